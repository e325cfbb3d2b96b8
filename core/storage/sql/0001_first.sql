-- Version 1. Record tables follow core/domain/records/schema.h: one table an entity, one column a field, plus `stamps`,
-- which says by which stamp each field was last written (docs/decisions/0022). No column is NOT NULL and no table
-- refers to another by a foreign key: changes arrive in any order, and a record may be there in part for a while.
CREATE TABLE agency (
    id TEXT PRIMARY KEY, program_name TEXT, sending_number TEXT, sending_address TEXT, time_zone TEXT,
    window_opens TEXT, window_closes TEXT, languages TEXT, phone_region TEXT, templates TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE TABLE "user" (
    id TEXT PRIMARY KEY, display_name TEXT, email TEXT, role TEXT, team_id TEXT, disabled SMALLINT, stamps TEXT
) WITHOUT ROWID;
CREATE TABLE client (
    id TEXT PRIMARY KEY, given_name TEXT, family_name TEXT, language TEXT, time_zone TEXT, birth_date TEXT,
    assigned_worker_id TEXT, team_id TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE TABLE contact_point (
    id TEXT PRIMARY KEY, client_id TEXT, channel TEXT, address TEXT, label TEXT, is_primary SMALLINT,
    may_text SMALLINT, removed SMALLINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX contact_point_by_client ON contact_point (client_id);
CREATE TABLE resource_site (
    id TEXT PRIMARY KEY, organization_name TEXT, service_name TEXT, location_name TEXT, description TEXT,
    eligibility TEXT, application_process TEXT, cost TEXT, required_documents TEXT, interpretation TEXT,
    accessibility TEXT, transportation TEXT, address1 TEXT, address2 TEXT, city TEXT, state_province TEXT,
    postal_code TEXT, country TEXT, website TEXT, email TEXT, alert TEXT, phones TEXT, hours TEXT, languages TEXT,
    categories TEXT, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION, active SMALLINT, source TEXT, stamps TEXT
);
CREATE TABLE basket_item (
    id TEXT PRIMARY KEY, client_id TEXT, site_id TEXT, position BIGINT, removed SMALLINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX basket_item_by_client ON basket_item (client_id, position);
CREATE TABLE referral (
    id TEXT PRIMARY KEY, client_id TEXT, site_id TEXT, status TEXT, created_by TEXT, created_at BIGINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX referral_by_client ON referral (client_id, site_id, status);
CREATE INDEX referral_by_site ON referral (site_id);
CREATE TABLE share (
    id TEXT PRIMARY KEY, client_id TEXT, shared_by TEXT, shared_at BIGINT, referral_ids TEXT, addresses TEXT,
    language TEXT, time_zone TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE TABLE consent (
    id TEXT PRIMARY KEY, share_id TEXT, client_id TEXT, worker_id TEXT, given_at BIGINT, addresses TEXT, wording TEXT,
    language TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX consent_by_share ON consent (share_id);
CREATE TABLE consent_withdrawal (
    id TEXT PRIMARY KEY, consent_id TEXT, share_id TEXT, worker_id TEXT, withdrawn_at BIGINT, note TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX consent_withdrawal_by_share ON consent_withdrawal (share_id);
CREATE TABLE message (
    id TEXT PRIMARY KEY, share_id TEXT, client_id TEXT, referral_id TEXT, kind TEXT, channel TEXT, address TEXT,
    due_at BIGINT, language TEXT, state TEXT, reason TEXT, carrier_id TEXT, state_at BIGINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX message_by_share ON message (share_id, due_at);
CREATE INDEX message_by_referral ON message (referral_id, state, due_at);
CREATE INDEX message_by_address ON message (lower(address), channel, state);
CREATE TABLE reply (
    id TEXT PRIMARY KEY, via TEXT, channel TEXT, from_address TEXT, client_id TEXT, referral_id TEXT, message_id TEXT,
    answer TEXT, body TEXT, carrier_id TEXT, received_at BIGINT, needs_worker SMALLINT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX reply_by_client ON reply (client_id, received_at);
CREATE TABLE opt_out (
    id TEXT PRIMARY KEY, channel TEXT, address TEXT, opted_out SMALLINT, source TEXT, words TEXT, at BIGINT,
    stamps TEXT
) WITHOUT ROWID;
CREATE INDEX opt_out_by_address ON opt_out (lower(address), channel, at);
CREATE TABLE activity (
    id TEXT PRIMARY KEY, kind TEXT, client_id TEXT, referral_id TEXT, at BIGINT, worker_id TEXT, by_client SMALLINT,
    channel TEXT, via TEXT, message_id TEXT, reply_id TEXT, rule TEXT, from_status TEXT, to_status TEXT, answer TEXT,
    message_state TEXT, reverts_id TEXT, text TEXT, stamps TEXT
) WITHOUT ROWID;
CREATE INDEX activity_by_time ON activity (at, id);
CREATE INDEX activity_by_client ON activity (client_id, at, id);
CREATE INDEX activity_by_referral ON activity (referral_id, at, id);
CREATE INDEX activity_by_reverted ON activity (reverts_id) WHERE reverts_id IS NOT NULL;

-- Derived from the records when they are written (core/storage/searchindex.h). `place` orders a list: the beginnings of
-- the name for clients and sites, latest activity first for referrals. The search tables use it as their rowid, so that
-- a search comes out in the list's order and stops after one page, however many rows match.
CREATE TABLE client_list (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE client_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
CREATE TABLE site_list (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE site_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
CREATE TABLE referral_list (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, client_id TEXT NOT NULL, status TEXT NOT NULL,
    last_activity_at BIGINT NOT NULL
);
CREATE INDEX referral_list_by_client ON referral_list (client_id, place);
CREATE INDEX referral_list_by_status ON referral_list (status, place);
CREATE VIRTUAL TABLE referral_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
CREATE TABLE share_referral (
    referral_id TEXT NOT NULL, share_id TEXT NOT NULL, PRIMARY KEY (referral_id, share_id)
) WITHOUT ROWID;

-- Changes made here that the server has not acknowledged, and those that it refused for good.
CREATE TABLE outgoing (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, entity TEXT NOT NULL, key TEXT NOT NULL,
    stamp TEXT NOT NULL, fields TEXT NOT NULL, refused TEXT
);
CREATE INDEX outgoing_refused ON outgoing (position) WHERE refused IS NOT NULL;
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
