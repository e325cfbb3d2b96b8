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
CREATE INDEX referral_by_creator ON referral (created_by, client_id);
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
