-- Version 11: who sees what (docs/decisions/0170, core/domain/visibility.h).
-- Whose each record is: owner_id is a client, a user (their own lists), or empty (everybody's). `place` puts parents before
-- children; a snapshot walks this table in its order.
CREATE TABLE record_owner (
    agency_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    place SMALLINT NOT NULL,
    record_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (agency_id, owner_id, place, record_id)
);
-- Who takes care of each client; of one that was merged who takes care of the kept one.
CREATE TABLE client_care (
    agency_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    worker_id TEXT,
    team_id TEXT,
    PRIMARY KEY (agency_id, client_id)
);
-- Grows whenever what a user may see changes in a way that the changes since then don't tell: their devices start from a
-- snapshot. An empty user_id stands for all of the agency.
CREATE TABLE sight (
    agency_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    PRIMARY KEY (agency_id, user_id)
);
-- The sight that a device of a program of before this version has: it can't say so itself.
CREATE TABLE device_sight (
    agency_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    PRIMARY KEY (agency_id, device_id)
);
CREATE INDEX user_team ON "user" (agency_id, team_id);
ALTER TABLE change_log ADD COLUMN owner_id TEXT NOT NULL DEFAULT '';

INSERT INTO record_owner SELECT agency_id, '', 0, id, 'agency' FROM agency;
INSERT INTO record_owner SELECT agency_id, '', 1, id, 'team' FROM team;
INSERT INTO record_owner SELECT agency_id, '', 2, id, 'user' FROM "user";
INSERT INTO record_owner SELECT agency_id, id, 3, id, 'client' FROM client;
INSERT INTO record_owner SELECT agency_id, client_id, 4, id, 'contact_point' FROM contact_point WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, '', 5, id, 'resource_site' FROM resource_site;
INSERT INTO record_owner SELECT agency_id, client_id, 6, id, 'basket_item' FROM basket_item WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, client_id, 7, id, 'referral' FROM referral WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, client_id, 8, id, 'share' FROM share WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, client_id, 9, id, 'consent' FROM consent WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT w.agency_id, s.client_id, 10, w.id, 'consent_withdrawal'
    FROM consent_withdrawal w JOIN share s ON s.agency_id = w.agency_id AND s.id = w.share_id WHERE s.client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, client_id, 11, id, 'message' FROM message WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, COALESCE(client_id, ''), 12, id, 'reply' FROM reply;
INSERT INTO record_owner SELECT r.agency_id, COALESCE(r.client_id, p.client_id, ''), 13, r.id, 'reply_reading'
    FROM reply_reading r LEFT JOIN reply p ON p.agency_id = r.agency_id AND p.id = r.reply_id;
INSERT INTO record_owner SELECT agency_id, '', 14, id, 'opt_out' FROM opt_out;
INSERT INTO record_owner SELECT agency_id, client_id, 15, id, 'activity' FROM activity WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, client_id, 16, id, 'different_people' FROM different_people
    WHERE client_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, user_id, 17, id, 'favourite' FROM favourite WHERE user_id IS NOT NULL;
INSERT INTO record_owner SELECT agency_id, user_id, 18, id, 'saved_filter' FROM saved_filter WHERE user_id IS NOT NULL;

-- The log of what was: each change is its record's owner's; of a record without an owner nobody's.
CREATE INDEX record_owner_record ON record_owner (agency_id, record_id);
UPDATE change_log SET owner_id = COALESCE((SELECT o.owner_id FROM record_owner o
    WHERE o.agency_id = change_log.agency_id AND o.record_id = change_log.record_id AND o.entity = change_log.entity),
    record_id);
DROP INDEX record_owner_record;

-- Each client, and whoever records speak of.
INSERT INTO client_care SELECT agency_id, id, assigned_worker_id, team_id FROM client;
INSERT INTO client_care SELECT DISTINCT o.agency_id, o.owner_id, CAST(NULL AS TEXT), CAST(NULL AS TEXT) FROM record_owner o
    WHERE o.place BETWEEN 4 AND 16 AND o.owner_id <> ''
    AND NOT EXISTS (SELECT 1 FROM client c WHERE c.agency_id = o.agency_id AND c.id = o.owner_id);
-- Merged ones go with the kept one, the end of their chain (longer ones than 20 are brought up to date when written).
CREATE TABLE merged_end (agency_id TEXT NOT NULL, id TEXT NOT NULL, end_id TEXT NOT NULL, PRIMARY KEY (agency_id, id));
INSERT INTO merged_end
    WITH RECURSIVE chain (agency_id, start_id, at_id, depth) AS (
        SELECT agency_id, id, merged_into, 1 FROM client WHERE merged_into IS NOT NULL
        UNION ALL
        SELECT k.agency_id, chain.start_id, k.merged_into, chain.depth + 1
        FROM chain JOIN client k ON k.agency_id = chain.agency_id AND k.id = chain.at_id
        WHERE k.merged_into IS NOT NULL AND chain.depth < 20)
    SELECT c.agency_id, c.start_id, MIN(c.at_id) FROM chain c
    WHERE c.depth = (SELECT MAX(d.depth) FROM chain d WHERE d.agency_id = c.agency_id AND d.start_id = c.start_id)
    GROUP BY c.agency_id, c.start_id;
UPDATE client_care SET
    worker_id = (SELECT c.assigned_worker_id FROM merged_end e JOIN client c ON c.agency_id = e.agency_id AND c.id = e.end_id
                 WHERE e.agency_id = client_care.agency_id AND e.id = client_care.client_id),
    team_id = (SELECT c.team_id FROM merged_end e JOIN client c ON c.agency_id = e.agency_id AND c.id = e.end_id
               WHERE e.agency_id = client_care.agency_id AND e.id = client_care.client_id)
    WHERE EXISTS (SELECT 1 FROM merged_end e JOIN client c ON c.agency_id = e.agency_id AND c.id = e.end_id
                  WHERE e.agency_id = client_care.agency_id AND e.id = client_care.client_id);
DROP TABLE merged_end;
