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
