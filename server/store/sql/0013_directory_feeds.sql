-- Version 13: directories that the server fetches by itself (server/directory/feeds.h).
CREATE TABLE directory_feed (
    agency_id TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    every_hours BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    lease_by TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    may_shrink SMALLINT NOT NULL,
    tried_at BIGINT,
    applied_at BIGINT,
    outcome TEXT NOT NULL,
    summary TEXT NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (agency_id, source)
);
CREATE INDEX directory_feed_due ON directory_feed (next_at);
