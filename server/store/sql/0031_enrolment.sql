-- Version 31: one-time codes that sign a device in, once, without the person's password (server/auth/enrolment.h).
CREATE TABLE enrolment_code (
    agency_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, user_id)
);
