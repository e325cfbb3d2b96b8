-- Version 2: what the whole desktop needs (teams, merged clients, workers' own lists, readings of replies, drafts).
ALTER TABLE agency ADD COLUMN sending_agents TEXT;
ALTER TABLE agency ADD COLUMN resend_after_hours BIGINT;
CREATE TABLE team (id TEXT PRIMARY KEY, name TEXT, removed SMALLINT, stamps TEXT) WITHOUT ROWID;
ALTER TABLE client ADD COLUMN merged_into TEXT;
CREATE INDEX client_by_merged ON client (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE reply_reading (
    id TEXT PRIMARY KEY, reply_id TEXT, worker_id TEXT, meaning TEXT, client_id TEXT, referral_id TEXT, at BIGINT,
    note TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX reply_reading_by_reply ON reply_reading (reply_id, at);
CREATE TABLE favourite (id TEXT PRIMARY KEY, user_id TEXT, site_id TEXT, removed SMALLINT, stamps TEXT) WITHOUT ROWID;
CREATE INDEX favourite_by_user ON favourite (user_id, site_id);
CREATE TABLE saved_filter (
    id TEXT PRIMARY KEY, user_id TEXT, list TEXT, name TEXT, query TEXT, removed SMALLINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX saved_filter_by_user ON saved_filter (user_id, list);

-- Text that was typed and not saved yet. Stays on this desk.
CREATE TABLE draft (name TEXT PRIMARY KEY, title TEXT NOT NULL, content TEXT NOT NULL, saved_at BIGINT NOT NULL)
    WITHOUT ROWID;
ALTER TABLE client ADD COLUMN time_zone_guessed SMALLINT;

-- Merged clients (docs/decisions/0135): whom each client of a family stands for, the kept one included; clients that were
-- never merged have no row. Derived from client.merged_into by core/storage/clientfamilies.cpp.
CREATE TABLE client_kept (id TEXT PRIMARY KEY, kept_id TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX client_kept_by_kept ON client_kept (kept_id);
-- What the client list is filtered by, beside its order.
ALTER TABLE client_list ADD COLUMN worker_id TEXT;
ALTER TABLE client_list ADD COLUMN team_id TEXT;
ALTER TABLE client_list ADD COLUMN language TEXT;
ALTER TABLE client_list ADD COLUMN open_referrals BIGINT NOT NULL DEFAULT 0;
CREATE INDEX client_list_by_worker ON client_list (worker_id, place);
CREATE INDEX client_list_by_team ON client_list (team_id, place);
CREATE INDEX client_list_by_language ON client_list (language, place);
CREATE INDEX client_list_open ON client_list (place) WHERE open_referrals > 0;
-- Possible duplicates (docs/decisions/0136): by which keys clients may meet, who was not compared yet, and the pairs.
CREATE TABLE client_match (key TEXT NOT NULL, client_id TEXT NOT NULL, PRIMARY KEY (key, client_id)) WITHOUT ROWID;
CREATE INDEX client_match_by_client ON client_match (client_id);
CREATE TABLE client_uncompared (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE client_pair (
    first_id TEXT NOT NULL, second_id TEXT NOT NULL, score BIGINT NOT NULL, PRIMARY KEY (first_id, second_id)
) WITHOUT ROWID;
CREATE INDEX client_pair_by_second ON client_pair (second_id);
CREATE INDEX client_pair_by_score ON client_pair (score DESC, first_id, second_id);
CREATE TABLE different_people (
    id TEXT PRIMARY KEY, client_id TEXT, other_id TEXT, worker_id TEXT, at BIGINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX different_people_by_clients ON different_people (client_id, other_id);
-- A client's consents, latest first.
CREATE INDEX consent_by_client ON consent (client_id, given_at, id);

-- The directory: what the import brings more, and what search keeps of each site for filters, open hours and distances
-- (core/storage/siteindex.h; made anew at the next opening).
ALTER TABLE resource_site ADD COLUMN service_area TEXT;
ALTER TABLE resource_site ADD COLUMN verified_on TEXT;
ALTER TABLE site_list ADD COLUMN latitude DOUBLE PRECISION;
ALTER TABLE site_list ADD COLUMN longitude DOUBLE PRECISION;
ALTER TABLE site_list ADD COLUMN week TEXT;
ALTER TABLE site_list ADD COLUMN options TEXT;
CREATE TABLE site_option (kind TEXT, name TEXT, sites BIGINT NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;
CREATE INDEX site_option_by_sites ON site_option (kind, sites DESC, name);
CREATE INDEX referral_by_creator ON referral (created_by, created_at);

-- What a list of referrals is filtered and put in order by (core/storage/searchindex.cpp says what each is). `place` ends
-- every index, so that one condition gives its rows in the list's order; client_key and site_key are places by name.
ALTER TABLE referral_list ADD COLUMN site_id TEXT;
ALTER TABLE referral_list ADD COLUMN worker_id TEXT;
ALTER TABLE referral_list ADD COLUMN team_id TEXT;
ALTER TABLE referral_list ADD COLUMN created_at BIGINT;
ALTER TABLE referral_list ADD COLUMN next_follow_up BIGINT;
ALTER TABLE referral_list ADD COLUMN client_key BIGINT;
ALTER TABLE referral_list ADD COLUMN site_key BIGINT;
ALTER TABLE referral_list ADD COLUMN status_rank SMALLINT;
ALTER TABLE referral_list ADD COLUMN shared SMALLINT;
ALTER TABLE referral_list ADD COLUMN answer TEXT;
ALTER TABLE referral_list ADD COLUMN asked SMALLINT;
UPDATE referral_list SET
    (site_id, worker_id, team_id, created_at) =
        (SELECT r.site_id, coalesce(c.assigned_worker_id, r.created_by), coalesce(c.team_id, u.team_id), r.created_at
         FROM referral r LEFT JOIN client c ON c.id = r.client_id
              LEFT JOIN "user" u ON u.id = coalesce(c.assigned_worker_id, r.created_by)
         WHERE r.id = referral_list.id),
    next_follow_up = (SELECT min(due_at) FROM message m WHERE m.referral_id = referral_list.id AND m.state = 'waiting'),
    client_key = (SELECT place FROM client_list WHERE client_list.id = referral_list.client_id),
    site_key = (SELECT l.place FROM referral r JOIN site_list l ON l.id = r.site_id WHERE r.id = referral_list.id),
    status_rank = CASE status WHEN 'unstarted' THEN 0 WHEN 'in_review' THEN 1 WHEN 'service_in_progress' THEN 2
                              WHEN 'service_completed' THEN 3 WHEN 'canceled' THEN 4 ELSE 5 END,
    shared = EXISTS (SELECT 1 FROM share_referral h WHERE h.referral_id = referral_list.id),
    answer = (SELECT answer FROM activity a WHERE a.referral_id = referral_list.id AND a.answer IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = a.id)
              ORDER BY at DESC, id DESC LIMIT 1),
    asked = EXISTS (SELECT 1 FROM message m WHERE m.referral_id = referral_list.id AND m.state IN ('sent', 'delivered'));
CREATE INDEX referral_list_by_site ON referral_list (site_id, place);
CREATE INDEX referral_list_by_worker ON referral_list (worker_id, place);
CREATE INDEX referral_list_by_team ON referral_list (team_id, place);
CREATE INDEX referral_list_by_created ON referral_list (created_at, place);
CREATE INDEX referral_list_by_follow_up ON referral_list (next_follow_up, place);
CREATE INDEX referral_list_by_client_key ON referral_list (client_key, place);
CREATE INDEX referral_list_by_site_key ON referral_list (site_key, place);
CREATE INDEX referral_list_by_rank ON referral_list (status_rank, place);
CREATE INDEX referral_list_by_answer ON referral_list (answer, place) WHERE answer IS NOT NULL;
CREATE INDEX referral_list_waiting ON referral_list (place) WHERE asked = 1 AND answer IS NULL;
CREATE INDEX referral_list_unshared ON referral_list (place) WHERE shared = 0;
DROP INDEX referral_list_by_status;

-- Home, Messages and Recent Activity: each question starts at an index.
CREATE INDEX message_by_due ON message (due_at, id);
CREATE INDEX message_by_state ON message (state, due_at, id);
CREATE INDEX message_by_client ON message (client_id, due_at, id);
CREATE INDEX reply_waiting ON reply (received_at, id) WHERE needs_worker = 1;
CREATE INDEX reply_by_address ON reply (lower(from_address), channel, received_at);
CREATE INDEX activity_by_reply ON activity (reply_id, kind) WHERE reply_id IS NOT NULL;
CREATE INDEX activity_by_message ON activity (message_id, at, id) WHERE message_id IS NOT NULL;
CREATE INDEX activity_by_kind ON activity (kind, at, id);
CREATE INDEX activity_by_worker ON activity (worker_id, at, id) WHERE worker_id IS NOT NULL;
CREATE INDEX client_by_worker ON client (assigned_worker_id) WHERE assigned_worker_id IS NOT NULL;
CREATE INDEX client_by_team ON client (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX referral_by_creator_and_client ON referral (created_by, client_id);
CREATE INDEX share_by_worker ON share (shared_by, client_id);
CREATE INDEX referral_list_open ON referral_list (last_activity_at, id, client_id)
    WHERE status NOT IN ('service_completed', 'canceled');

-- What the worker of this desk set aside: a failed message, a reminder of a quiet referral. Stays on this desk.
CREATE TABLE set_aside (matter TEXT NOT NULL, id TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (matter, id))
    WITHOUT ROWID;
-- Entries of Recent Activity that came from elsewhere and were not seen on this desk; none from before it had a store.
CREATE TABLE new_activity (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER activity_arrives AFTER INSERT ON activity
WHEN NEW.at >= (SELECT CAST(value AS INTEGER) FROM fact WHERE name = 'new_activity_from')
     AND (NEW.worker_id IS NULL OR NEW.worker_id IS NOT (SELECT value FROM fact WHERE name = 'user_id'))
BEGIN INSERT OR IGNORE INTO new_activity (id) VALUES (NEW.id); END;

-- Supervisors' numbers (core/storage/statisticssql.cpp): each measure is one range of one of these.
CREATE INDEX referral_by_time ON referral (created_at, status, client_id, created_by, site_id);
CREATE INDEX referral_by_status ON referral (status, client_id, created_by, site_id);
CREATE INDEX message_by_state_at ON message (state_at, state, kind, channel, client_id, referral_id);
CREATE INDEX activity_by_completion ON activity (at, referral_id, id) WHERE to_status = 'service_completed';
CREATE INDEX activity_by_completed_referral ON activity (referral_id, at, id) WHERE to_status = 'service_completed';
CREATE INDEX activity_by_answer ON activity (answer, at, referral_id, id) WHERE answer IS NOT NULL;
CREATE INDEX activity_by_answered_referral ON activity (referral_id, at, id) WHERE answer IS NOT NULL;
CREATE INDEX activity_by_answered_message ON activity (message_id, at, id) WHERE answer IS NOT NULL;
CREATE INDEX opt_out_by_time ON opt_out (at, channel) WHERE opted_out = 1;
CREATE INDEX contact_point_by_address ON contact_point (lower(address), channel, client_id);
CREATE INDEX client_by_owner ON client (id, assigned_worker_id, team_id, merged_into);
