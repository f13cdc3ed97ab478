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

-- An establishment that enrols somebody does not see his memberships elsewhere nor what he brought, yet whether he can
-- come to a right depends on both. These tell that much of one number, as career() does.
CREATE FUNCTION ended_periods(wanted text) RETURNS TABLE (acquired_on date, lost_on date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
BEGIN
    PERFORM set_config('app.role', 'system', true);
    RETURN QUERY
        SELECT m.acquired_on, l.lost_on
          FROM membership m JOIN membership_loss l ON l.membership = m.root
         WHERE m.member_number = wanted
           AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted IN (m.filing_id, l.filing_id))
        UNION ALL
        SELECT e.acquired_on, e.lost_on FROM earlier_period e WHERE e.member_number = wanted;
    PERFORM set_config('app.role', caller_role, true);
END
$$;

CREATE FUNCTION has_asset(wanted text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
    found_one boolean;
BEGIN
    PERFORM set_config('app.role', 'system', true);
    found_one := EXISTS (SELECT FROM transferred_asset a
                          WHERE a.member_number = wanted
                            AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = a.filing_id));
    PERFORM set_config('app.role', caller_role, true);
    RETURN found_one;
END
$$;
REVOKE ALL ON FUNCTION ended_periods(text), has_asset(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ended_periods(text), has_asset(text) TO ${app_role};
