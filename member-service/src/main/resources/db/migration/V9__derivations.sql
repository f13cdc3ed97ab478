-- Filings derived from files that were processed: shown first, and filed when somebody confirms. What is proposed never
-- changes; one that no longer fits the record has a successor.
CREATE TABLE derivation (
    id                   uuid PRIMARY KEY,
    establishment_number text NOT NULL REFERENCES establishment,
    effective_from       date NOT NULL,
    lines                integer NOT NULL,
    proposed             integer NOT NULL,
    state                text NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'DISCARDED', 'OUTDATED')),
    made_at              timestamptz NOT NULL,
    made_by              text NOT NULL,
    settled_at           timestamptz,
    settled_by           text,
    successor            uuid REFERENCES derivation,
    confirmed            jsonb, -- which lines were left out, and the losses that were given
    UNIQUE (id, establishment_number),
    CHECK (extract(month FROM effective_from) IN (4, 10) AND extract(day FROM effective_from) = 1),
    CHECK (proposed BETWEEN 0 AND lines),
    CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (state = 'PROPOSED')),
    CHECK ((successor IS NOT NULL) = (state = 'OUTDATED')),
    CHECK ((confirmed IS NOT NULL) = (state = 'CONFIRMED'))
);
CREATE INDEX ON derivation (establishment_number);

CREATE TABLE derivation_file (
    derivation           uuid NOT NULL,
    file                 uuid NOT NULL REFERENCES filing_file,
    establishment_number text NOT NULL,
    PRIMARY KEY (derivation, file),
    FOREIGN KEY (derivation, establishment_number) REFERENCES derivation (id, establishment_number)
);

CREATE TABLE derived_line (
    derivation           uuid NOT NULL,
    number               integer NOT NULL CHECK (number > 0),
    establishment_number text NOT NULL,
    finding              text NOT NULL CHECK (finding IN ('CHANGE', 'JOINER', 'LEAVER', 'NOTHING')),
    content              jsonb NOT NULL,
    left_out             boolean NOT NULL DEFAULT false,
    filing_id            uuid UNIQUE, -- also of one on which an officer decides first
    PRIMARY KEY (derivation, number),
    FOREIGN KEY (derivation, establishment_number) REFERENCES derivation (id, establishment_number),
    CHECK (finding <> 'NOTHING' OR (filing_id IS NULL AND NOT left_out)),
    CHECK (filing_id IS NULL OR NOT left_out)
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['derivation', 'derivation_file', 'derived_line'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (may_file(establishment_number))', kept);
        EXECUTE format('CREATE POLICY made ON %I FOR INSERT WITH CHECK (may_file(establishment_number))', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;
CREATE POLICY settled ON derivation FOR UPDATE USING (may_file(establishment_number));
CREATE POLICY settled ON derived_line FOR UPDATE USING (may_file(establishment_number));
GRANT UPDATE (state, settled_at, settled_by, successor, confirmed) ON derivation TO ${app_role};
GRANT UPDATE (left_out, filing_id) ON derived_line TO ${app_role};
