-- Version 25: what keeps clients safe (docs/decisions/0290 to 0292).

-- When somebody pressed «Leave this page»: what was opened before is to be opened anew.
ALTER TABLE link_token ADD COLUMN left_at BIGINT;
ALTER TABLE printed_link ADD COLUMN left_at BIGINT;

-- The audit is append-only at the database, too. An agency that is removed takes its audit along: its row here says so.
CREATE TABLE audit_removal (agency_id TEXT NOT NULL PRIMARY KEY);
/* sqlite */ CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
/* sqlite */ CREATE TRIGGER audit_stays BEFORE DELETE ON audit
    WHEN NOT EXISTS (SELECT 1 FROM audit_removal r WHERE r.agency_id = OLD.agency_id)
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
/* postgres */ CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM audit_removal r WHERE r.agency_id = OLD.agency_id)
        THEN RETURN OLD; END IF; RAISE EXCEPTION 'the audit is append-only'; END $$;
/* postgres */ CREATE TRIGGER audit_keeps BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuses();
/* postgres */ CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
