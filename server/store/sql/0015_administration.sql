-- Version 15: administration: who did what (server/audit), erased clients (server/privacy).

-- Append-only. hash: of the entry and the hash before it, so that a changed or missing one shows.
CREATE TABLE audit (
    agency_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    device_id TEXT,
    what TEXT NOT NULL,
    about TEXT,
    details TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (agency_id, number)
);
CREATE INDEX audit_about ON audit (agency_id, about);
CREATE INDEX audit_who ON audit (agency_id, who, number);
-- The last entry's number and hash: without it, cutting off the end would not show. Its lock orders the writers.
CREATE TABLE audit_head (
    agency_id TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    hash TEXT NOT NULL
);

-- Of erased clients (docs/decisions/0211). Ids, so that a device that was away doesn't bring one back.
CREATE TABLE erased_record (
    agency_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    batch TEXT NOT NULL,
    erased_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, record_id)
);
CREATE INDEX erased_batch ON erased_record (agency_id, batch);
-- The key under which this agency's addresses are hashed.
CREATE TABLE address_key (
    agency_id TEXT NOT NULL PRIMARY KEY,
    secret TEXT NOT NULL
);
-- The latest word of the ledger on an address that nobody here has any more: it goes on working.
CREATE TABLE erased_opt_out (
    agency_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    opted_out SMALLINT NOT NULL,
    source TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, channel, address_hash)
);
-- That somebody consented, by whom, when and to which words: to answer who complains later and names the address.
CREATE TABLE consent_proof (
    agency_id TEXT NOT NULL,
    consent_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    worker_id TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    wording TEXT NOT NULL,
    PRIMARY KEY (agency_id, consent_id, channel, address_hash)
);
CREATE INDEX consent_proof_address ON consent_proof (agency_id, channel, address_hash);
CREATE INDEX activity_client ON activity (agency_id, client_id);
CREATE INDEX message_client ON message (agency_id, client_id);
CREATE INDEX reply_client ON reply (agency_id, client_id);
CREATE INDEX consent_client ON consent (agency_id, client_id);
