-- Version 30: devices that are to wipe their data (docs/decisions/0283).
-- 0: no; 1: ordered; 2: the device has heard of it.
ALTER TABLE device ADD COLUMN wipe SMALLINT NOT NULL DEFAULT 0;
