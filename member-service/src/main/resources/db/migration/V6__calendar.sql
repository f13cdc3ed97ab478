-- Days that the fund closes itself, beside those of the law.
CREATE TABLE closed_day (
    day      date PRIMARY KEY,
    reason   text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 100),
    added_at timestamptz NOT NULL,
    added_by text NOT NULL
);

-- A year's cut-offs are set as a whole, as often as need be; the latest revision holds, and who set which one stays.
CREATE TABLE cut_off_list (
    fiscal_year integer NOT NULL,
    revision    integer NOT NULL CHECK (revision >= 1),
    set_at      timestamptz NOT NULL,
    set_by      text NOT NULL,
    PRIMARY KEY (fiscal_year, revision)
);

CREATE TABLE cut_off (
    fiscal_year integer NOT NULL,
    revision    integer NOT NULL,
    filing_type text NOT NULL,
    channel     text NOT NULL CHECK (channel IN ('PAPER', 'DATA')),
    last_day    date NOT NULL,
    PRIMARY KEY (fiscal_year, revision, filing_type, channel),
    FOREIGN KEY (fiscal_year, revision) REFERENCES cut_off_list,
    CHECK (last_day >= make_date(fiscal_year + 1, 3, 31) AND last_day < make_date(fiscal_year + 2, 3, 31))
);

-- They concern every establishment and name nobody.
DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['closed_day', 'cut_off_list', 'cut_off'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT'
            ' USING (current_setting(''app.role'', true) IN (''officer'', ''system'', ''establishment''))', kept);
        EXECUTE format('CREATE POLICY kept ON %I FOR INSERT'
            ' WITH CHECK (current_setting(''app.role'', true) IN (''officer'', ''system''))', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;
