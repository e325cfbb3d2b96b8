-- Version 4: the search tables in few segments (docs/decisions/0223). With twenty of them, as many loads leave behind, each
-- word of a question costs three to ten times as much. Two of a size are merged at once (before: four), and what is here
-- already is merged into one.
INSERT INTO client_search (client_search, rank) VALUES ('automerge', 2);
INSERT INTO site_search (site_search, rank) VALUES ('automerge', 2);
INSERT INTO referral_search (referral_search, rank) VALUES ('automerge', 2);
INSERT INTO client_search (client_search) VALUES ('optimize');
INSERT INTO site_search (site_search) VALUES ('optimize');
INSERT INTO referral_search (referral_search) VALUES ('optimize');
