-- Version 3: starting from a snapshot. What the snapshot that is under way has brought so far: at its end all other records
-- leave this store, unless a change of theirs waits for the server.
CREATE TABLE snapshot_seen (entity TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (entity, key)) WITHOUT ROWID;

-- The search tables anew, with indexes of beginnings of up to seven letters (before: three): without one, each key reads
-- and merges the rows of every word that begins so. They are filled again at the next opening.
DROP TABLE client_search;
CREATE VIRTUAL TABLE client_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7', tokenize = 'ascii'
);
DROP TABLE site_search;
CREATE VIRTUAL TABLE site_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7', tokenize = 'ascii'
);
DROP TABLE referral_search;
CREATE VIRTUAL TABLE referral_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7', tokenize = 'ascii'
);
