-- Who sees which row. Nothing set means nothing seen; the owner is held to it as well.
CREATE FUNCTION may_see(establishment text, member text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
    SELECT CASE current_setting('app.role', true)
        WHEN 'officer' THEN true
        WHEN 'system' THEN true
        WHEN 'establishment' THEN establishment = current_setting('app.establishment', true)
        WHEN 'member' THEN member = current_setting('app.member', true)
        ELSE false
    END
$$;

CREATE FUNCTION may_file(establishment text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
    SELECT CASE current_setting('app.role', true)
        WHEN 'officer' THEN true
        WHEN 'system' THEN true
        WHEN 'establishment' THEN establishment = current_setting('app.establishment', true)
        ELSE false
    END
$$;

DO $$
DECLARE
    fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY['filing', 'membership', 'membership_loss', 'base_salary', 'earlier_period',
                                'transferred_asset'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fact);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', fact);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (may_see(establishment_number, member_number))',
                       fact);
        EXECUTE format('CREATE POLICY filed ON %I FOR INSERT WITH CHECK (may_file(establishment_number))', fact);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', fact);
    END LOOP;
END
$$;

ALTER TABLE establishment ENABLE ROW LEVEL SECURITY;
ALTER TABLE establishment FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON establishment FOR SELECT USING (may_see(number, NULL));
CREATE POLICY registered ON establishment FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system'));
GRANT SELECT, INSERT ON establishment TO ${app_role};

-- An establishment sees whoever is or was its member; that is itself read under the policy of membership.
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON member FOR SELECT
    USING (may_see(NULL, number) OR EXISTS (SELECT FROM membership WHERE member_number = member.number));
CREATE POLICY assigned ON member FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system', 'establishment'));
GRANT SELECT, INSERT ON member TO ${app_role};

ALTER TABLE profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON profile FOR SELECT
    USING (may_see(NULL, member_number)
        OR EXISTS (SELECT FROM membership WHERE membership.member_number = profile.member_number));
CREATE POLICY filed ON profile FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system', 'establishment'));
GRANT SELECT, INSERT ON profile TO ${app_role};

-- Somebody who was a member elsewhere is not seen by the establishment that enrols them, yet the rules need to know
-- when they left and who they are. The function tells that much of one number.
CREATE FUNCTION former_member(wanted text)
    RETURNS TABLE (birth_date date, name text, profile uuid, loss uuid, lost_on date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
BEGIN
    -- The owner is held to the policies too. A fault in between ends the transaction, and the setting with it.
    PERFORM set_config('app.role', 'system', true);
    RETURN QUERY
        SELECT p.birth_date, p.name, p.filing_id, l.filing_id, l.lost_on
          FROM profile p
          JOIN membership m ON m.member_number = p.member_number
          LEFT JOIN membership_loss l ON l.membership = m.filing_id
         WHERE p.member_number = wanted
           AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)
           AND NOT EXISTS (SELECT FROM membership n WHERE n.follows = l.filing_id);
    PERFORM set_config('app.role', caller_role, true);
END
$$;
REVOKE ALL ON FUNCTION former_member(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION former_member(text) TO ${app_role};

GRANT SELECT, INSERT ON month_closing, contribution_run TO ${app_role};
GRANT SELECT, UPDATE, USAGE ON SEQUENCE member_number TO ${app_role};
