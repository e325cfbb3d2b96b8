-- Version 16: the order in which messages are handed out, a channel at a time (server/gateway/claim.cpp).
DROP INDEX message_queue;
CREATE INDEX message_queue ON message (agency_id, state, channel, kind, due_at, id);
