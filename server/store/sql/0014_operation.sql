-- Version 14: what the one who runs the server leaves behind.
-- When the agency's data was put back from a backup: what was due before may have been sent since the backup.
CREATE TABLE restore_mark (
    agency_id TEXT NOT NULL,
    restored_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, restored_at)
);
