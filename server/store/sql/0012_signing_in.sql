-- Version 12: signing in with several server processes, second factors, single sign-on.
-- What is counted is a hash: an email that was tried is not kept. It is of no agency: nobody is known yet.
CREATE TABLE guess (
    counted TEXT NOT NULL,
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (counted, id)
);
CREATE INDEX guess_counted ON guess (counted, at);
CREATE INDEX guess_at ON guess (at);
CREATE INDEX device_user ON device (agency_id, user_id);

-- Second factors (server/auth/secondfactor.h). secret: sealed by the server's key where it has one. last_step: of the last
-- code that was taken; a code works once.
CREATE TABLE second_factor (
    agency_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    secret TEXT NOT NULL,
    is_on SMALLINT NOT NULL,
    last_step BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, user_id)
);
CREATE TABLE recovery_code (
    agency_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (agency_id, user_id, code_hash)
);
-- Sign-ins whose password was right and whose code is not there yet. Looked up before the agency is known.
CREATE TABLE sign_in_challenge (
    agency_id TEXT NOT NULL,
    challenge_hash TEXT NOT NULL,
    user_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    device_name TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    PRIMARY KEY (agency_id, challenge_hash)
);
CREATE INDEX sign_in_challenge_hash ON sign_in_challenge (challenge_hash);
-- How an agency's people sign in. Here and not with the agency's settings: it is no desk's to write.
CREATE TABLE sign_in_rule (
    agency_id TEXT NOT NULL PRIMARY KEY,
    second_factor_required SMALLINT NOT NULL,
    password_off SMALLINT NOT NULL
);

-- Single sign-on (server/auth/singlesignon.h). Attempts are looked up before anybody is known.
CREATE TABLE single_sign_on_attempt (
    attempt_hash TEXT NOT NULL PRIMARY KEY,
    nonce TEXT NOT NULL,
    code_challenge TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    device_id TEXT NOT NULL,
    device_name TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
-- Which user a provider's subject is: written at the first sign-in, by verified email.
CREATE TABLE single_sign_on_link (
    agency_id TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, issuer, subject)
);
CREATE UNIQUE INDEX single_sign_on_link_user ON single_sign_on_link (agency_id, issuer, user_id);
CREATE INDEX single_sign_on_link_subject ON single_sign_on_link (issuer, subject);
