-- What becomes of an establishment after it was registered: the row of establishment stays what was registered, and a
-- revision is added for each change, so that what was before and who changed it stays.

-- These hold from the moment they are set; the latest revision holds.
CREATE TABLE establishment_particulars (
    establishment_number  text NOT NULL REFERENCES establishment,
    revision              integer NOT NULL CHECK (revision >= 1),
    name                  text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    prefecture            text CHECK (prefecture ~ '^[0-9]{2}$'),
    municipality          text CHECK (char_length(municipality) BETWEEN 1 AND 2),
    office_symbol         text CHECK (char_length(office_symbol) BETWEEN 1 AND 8),
    filings_need_approval boolean NOT NULL,
    set_at                timestamptz NOT NULL,
    set_by                text NOT NULL,
    PRIMARY KEY (establishment_number, revision),
    CHECK (num_nulls(prefecture, municipality, office_symbol) IN (0, 3))
);

-- What is offered from a day on: of the revisions that have begun, the latest holds.
CREATE TABLE establishment_terms (
    establishment_number text NOT NULL REFERENCES establishment,
    revision             integer NOT NULL CHECK (revision >= 1),
    from_day             date NOT NULL,
    first_plan           boolean NOT NULL,
    second_plan          boolean NOT NULL,
    course               text CHECK (course IN ('FIXED', 'VARIABLE')),
    units                integer CHECK (units > 0),
    set_at               timestamptz NOT NULL,
    set_by               text NOT NULL,
    PRIMARY KEY (establishment_number, revision),
    CHECK (first_plan OR second_plan),
    CHECK (second_plan = (course IS NOT NULL)),
    CHECK ((course IS NOT DISTINCT FROM 'FIXED') = (units IS NOT NULL))
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['establishment_particulars', 'establishment_terms'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (may_see(establishment_number, NULL))', kept);
        EXECUTE format('CREATE POLICY set ON %I FOR INSERT'
            ' WITH CHECK (current_setting(''app.role'', true) IN (''officer'', ''system''))', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;
