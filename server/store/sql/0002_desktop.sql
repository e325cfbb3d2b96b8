-- Version 2: what the whole desktop needs (teams, merged clients, workers' own lists, readings of replies).
ALTER TABLE agency ADD COLUMN sending_agents TEXT;
ALTER TABLE agency ADD COLUMN resend_after_hours BIGINT;
ALTER TABLE client ADD COLUMN merged_into TEXT;

CREATE TABLE "team" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT,
    removed SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "reply_reading" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    reply_id TEXT,
    worker_id TEXT,
    meaning TEXT,
    client_id TEXT,
    referral_id TEXT,
    at BIGINT,
    note TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "favourite" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT,
    site_id TEXT,
    removed SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "saved_filter" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT,
    list TEXT,
    name TEXT,
    query TEXT,
    removed SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);
CREATE INDEX reply_reading_reply ON reply_reading (agency_id, reply_id);
CREATE INDEX client_merged ON client (agency_id, merged_into);
ALTER TABLE client ADD COLUMN time_zone_guessed SMALLINT;

CREATE TABLE "different_people" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    other_id TEXT,
    worker_id TEXT,
    at BIGINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

-- The directory: what the import brings more.
ALTER TABLE resource_site ADD COLUMN service_area TEXT;
ALTER TABLE resource_site ADD COLUMN verified_on TEXT;

-- Links on sheets of paper (server/gateway/printedlinks.h). referral_ids: a JSON list.
CREATE TABLE printed_link (
    agency_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    client_id TEXT NOT NULL,
    referral_ids TEXT NOT NULL,
    language TEXT,
    first_name SMALLINT NOT NULL,
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked SMALLINT NOT NULL,
    PRIMARY KEY (agency_id, token_hash)
);
CREATE INDEX printed_link_hash ON printed_link (token_hash);
CREATE INDEX reply_reading_referral ON reply_reading (agency_id, referral_id);
CREATE INDEX activity_reverts ON activity (agency_id, reverts_id);
