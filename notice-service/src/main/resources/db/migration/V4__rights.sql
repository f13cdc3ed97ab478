-- Who sees which row. Nothing set means nothing seen; the owner is held to it as well.
-- Officers count statements and mails; what lies in an inbox only its member sees.
-- A policy that asks in a SELECT asks once for a statement and not for each of a million rows.
CREATE FUNCTION is_system() RETURNS boolean
    LANGUAGE sql STABLE
AS $$ SELECT current_setting('app.role', true) = 'system' $$;

CREATE FUNCTION is_staff() RETURNS boolean
    LANGUAGE sql STABLE
AS $$ SELECT current_setting('app.role', true) IN ('system', 'officer') $$;

CREATE FUNCTION is_member(number text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$ SELECT current_setting('app.role', true) = 'member' AND current_setting('app.member', true) = number $$;

DO $$
DECLARE
    personal text;
BEGIN
    FOREACH personal IN ARRAY ARRAY['statement', 'unpublished_statement', 'person', 'contact', 'message', 'mail'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', personal);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', personal);
        EXECUTE format('CREATE POLICY added ON %I FOR INSERT WITH CHECK ((SELECT is_system()))', personal);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', personal);
    END LOOP;
END
$$;

CREATE POLICY seen ON statement FOR SELECT USING ((SELECT is_staff()) OR is_member(member_number));

CREATE POLICY seen ON unpublished_statement FOR SELECT USING ((SELECT is_staff()));
CREATE POLICY published ON unpublished_statement FOR DELETE USING ((SELECT is_system()));
GRANT DELETE ON unpublished_statement TO ${app_role};

CREATE POLICY seen ON person FOR SELECT USING ((SELECT is_system()));
CREATE POLICY replaced ON person FOR UPDATE USING ((SELECT is_system()));
CREATE POLICY erased ON person FOR DELETE USING ((SELECT is_system()));
GRANT UPDATE (name), DELETE ON person TO ${app_role};

CREATE POLICY seen ON contact FOR SELECT USING ((SELECT is_system()));
CREATE POLICY replaced ON contact FOR UPDATE USING ((SELECT is_system()));
CREATE POLICY erased ON contact FOR DELETE USING ((SELECT is_system()));
GRANT UPDATE (email, language), DELETE ON contact TO ${app_role};

CREATE POLICY seen ON message FOR SELECT USING ((SELECT is_system()) OR is_member(member_number));
CREATE POLICY opened ON message FOR UPDATE USING (is_member(member_number));
GRANT UPDATE (read_at) ON message TO ${app_role};

CREATE POLICY seen ON mail FOR SELECT USING ((SELECT is_staff()));
CREATE POLICY tried ON mail FOR UPDATE USING ((SELECT is_system()));
GRANT UPDATE (status, attempts, next_attempt_at, smtp_code, settled_at) ON mail TO ${app_role};

GRANT SELECT, INSERT ON statement_run, publication TO ${app_role};
GRANT UPDATE (completed_at) ON publication TO ${app_role};
