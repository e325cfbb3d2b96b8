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
