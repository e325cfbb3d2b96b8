-- The server's tables. All lead with the agency's id, so that PostgreSQL can be spread on it.
-- Entities: records/schema.h says what each column is; field_stamps has the stamp of each field,
-- {"<stamp>": ["field", ...]}.

CREATE TABLE "agency" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    program_name TEXT,
    sending_number TEXT,
    sending_address TEXT,
    time_zone TEXT,
    window_opens TEXT,
    window_closes TEXT,
    languages TEXT,
    phone_region TEXT,
    templates TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "user" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    display_name TEXT,
    email TEXT,
    role TEXT,
    team_id TEXT,
    disabled SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "client" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    given_name TEXT,
    family_name TEXT,
    language TEXT,
    time_zone TEXT,
    birth_date TEXT,
    assigned_worker_id TEXT,
    team_id TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "contact_point" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    channel TEXT,
    address TEXT,
    label TEXT,
    is_primary SMALLINT,
    may_text SMALLINT,
    removed SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "resource_site" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    organization_name TEXT,
    service_name TEXT,
    location_name TEXT,
    description TEXT,
    eligibility TEXT,
    application_process TEXT,
    cost TEXT,
    required_documents TEXT,
    interpretation TEXT,
    accessibility TEXT,
    transportation TEXT,
    address1 TEXT,
    address2 TEXT,
    city TEXT,
    state_province TEXT,
    postal_code TEXT,
    country TEXT,
    website TEXT,
    email TEXT,
    alert TEXT,
    phones TEXT,
    hours TEXT,
    languages TEXT,
    categories TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    active SMALLINT,
    source TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "basket_item" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    site_id TEXT,
    position BIGINT,
    removed SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "referral" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    site_id TEXT,
    status TEXT,
    created_by TEXT,
    created_at BIGINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "share" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    shared_by TEXT,
    shared_at BIGINT,
    referral_ids TEXT,
    addresses TEXT,
    language TEXT,
    time_zone TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "consent" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    share_id TEXT,
    client_id TEXT,
    worker_id TEXT,
    given_at BIGINT,
    addresses TEXT,
    wording TEXT,
    language TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "consent_withdrawal" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    consent_id TEXT,
    share_id TEXT,
    worker_id TEXT,
    withdrawn_at BIGINT,
    note TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "message" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    share_id TEXT,
    client_id TEXT,
    referral_id TEXT,
    kind TEXT,
    channel TEXT,
    address TEXT,
    due_at BIGINT,
    language TEXT,
    state TEXT,
    reason TEXT,
    carrier_id TEXT,
    state_at BIGINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "reply" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    via TEXT,
    channel TEXT,
    from_address TEXT,
    client_id TEXT,
    referral_id TEXT,
    message_id TEXT,
    answer TEXT,
    body TEXT,
    carrier_id TEXT,
    received_at BIGINT,
    needs_worker SMALLINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "opt_out" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    channel TEXT,
    address TEXT,
    opted_out SMALLINT,
    source TEXT,
    words TEXT,
    at BIGINT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE TABLE "activity" (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT,
    client_id TEXT,
    referral_id TEXT,
    at BIGINT,
    worker_id TEXT,
    by_client SMALLINT,
    channel TEXT,
    via TEXT,
    message_id TEXT,
    reply_id TEXT,
    rule TEXT,
    from_status TEXT,
    to_status TEXT,
    answer TEXT,
    message_state TEXT,
    reverts_id TEXT,
    text TEXT,
    field_stamps TEXT NOT NULL,
    PRIMARY KEY (agency_id, id)
);

CREATE INDEX contact_point_client ON contact_point (agency_id, client_id);
CREATE INDEX referral_client ON referral (agency_id, client_id);
CREATE INDEX share_client ON share (agency_id, client_id);
CREATE INDEX consent_share ON consent (agency_id, share_id);
CREATE INDEX consent_withdrawal_share ON consent_withdrawal (agency_id, share_id);
CREATE INDEX message_share ON message (agency_id, share_id);
CREATE INDEX message_referral ON message (agency_id, referral_id);
CREATE INDEX message_due ON message (agency_id, state, due_at);
CREATE INDEX message_address ON message (agency_id, channel, address);
CREATE INDEX message_carrier ON message (agency_id, carrier_id);
CREATE INDEX reply_message ON reply (agency_id, message_id);
CREATE INDEX reply_carrier ON reply (agency_id, carrier_id);
CREATE INDEX opt_out_address ON opt_out (agency_id, channel, address);
CREATE INDEX activity_referral ON activity (agency_id, referral_id, at);
CREATE INDEX user_email ON "user" (email);

-- Sync. One counter row an agency: its lock puts the agency's transactions in order. The server's own clock
-- (a hybrid logical one) lives in it, so that it never goes back, whichever process writes.
CREATE TABLE agency_counter (
    agency_id TEXT NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL,
    last_stamp TEXT NOT NULL
);

CREATE TABLE change_log (
    agency_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    change_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id TEXT NOT NULL,
    stamp TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (agency_id, seq),
    UNIQUE (agency_id, change_id)
);

-- Signing in. A token's hash is looked up before the agency is known.
CREATE TABLE password (
    agency_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (agency_id, user_id)
);

CREATE TABLE device (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    revoked SMALLINT NOT NULL,
    PRIMARY KEY (agency_id, id)
);
CREATE INDEX device_token ON device (token_hash);

-- The gateway.
CREATE TABLE lease (
    agency_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    fence BIGINT NOT NULL,
    device_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, message_id)
);

CREATE TABLE fence_counter (
    agency_id TEXT NOT NULL PRIMARY KEY,
    epoch BIGINT NOT NULL,
    last BIGINT NOT NULL
);

CREATE TABLE intent (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    fence BIGINT NOT NULL,
    body_hash TEXT NOT NULL,
    recipient_hash TEXT NOT NULL,
    committed_at BIGINT NOT NULL,
    outcome TEXT,
    carrier_id TEXT,
    resolved_at BIGINT,
    tries BIGINT NOT NULL,
    PRIMARY KEY (agency_id, id)
);
CREATE INDEX intent_message ON intent (agency_id, message_id);
CREATE INDEX intent_outcome ON intent (agency_id, outcome);

-- kind: r resource information, f follow-up, u unsubscribe. A token's hash is looked up before the agency is known.
CREATE TABLE link_token (
    agency_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    share_id TEXT,
    referral_id TEXT,
    message_id TEXT,
    channel TEXT,
    address TEXT,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked SMALLINT NOT NULL,
    PRIMARY KEY (agency_id, token_hash)
);
CREATE INDEX link_token_hash ON link_token (token_hash);
CREATE INDEX link_token_message ON link_token (agency_id, message_id);
CREATE INDEX link_token_share ON link_token (agency_id, share_id);

CREATE TABLE seen_inbound (
    agency_id TEXT NOT NULL,
    carrier_id TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, carrier_id)
);

CREATE TABLE auto_reply (
    agency_id TEXT NOT NULL,
    address TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (agency_id, address, day)
);
