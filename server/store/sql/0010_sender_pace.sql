-- Version 10: how fast an agency's number or address sends, and what makes it wait (server/gateway/pace.h).
CREATE TABLE sender_pace (
    agency_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    next_at BIGINT NOT NULL,
    busy_until BIGINT NOT NULL,
    paused_until BIGINT NOT NULL,
    strikes BIGINT NOT NULL,
    trouble TEXT NOT NULL,
    PRIMARY KEY (agency_id, channel)
);
CREATE INDEX sender_pace_busy ON sender_pace (channel, busy_until);
-- The order in which messages are handed out.
CREATE INDEX message_queue ON message (agency_id, state, kind, due_at, id);
CREATE INDEX intent_carrier ON intent (agency_id, carrier_id);
