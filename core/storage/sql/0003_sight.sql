-- Version 3: starting from a snapshot. What the snapshot that is under way has brought so far: at its end all other records
-- leave this store, unless a change of theirs waits for the server.
CREATE TABLE snapshot_seen (entity TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (entity, key)) WITHOUT ROWID;
