-- Version 20: what stays of agencies that were removed (docs/decisions/0232).
-- The number and the address that they sent from: whoever sends from there next heeds what erased_opt_out keeps of them.
CREATE TABLE removed_sender (
    agency_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    sender TEXT NOT NULL,
    PRIMARY KEY (agency_id, channel, sender)
);
CREATE INDEX removed_sender_of ON removed_sender (channel, sender);
