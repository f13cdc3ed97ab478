-- Lists of members, and what members apply for themselves.

ALTER TABLE profile ADD COLUMN kana_key text; -- folded as name_key is

CREATE INDEX ON profile (member_number);
CREATE INDEX ON membership (root);
CREATE INDEX ON membership (member_number, acquired_on, root);
CREATE INDEX ON membership (establishment_number, member_number);
CREATE INDEX ON membership (insured_number, member_number);
CREATE INDEX ON membership (acquired_on, member_number);
CREATE INDEX ON membership_loss (membership);
CREATE INDEX ON membership_loss (lost_on, member_number);
CREATE INDEX ON base_salary (membership, plan);

-- A name is found by any part of it, of two characters most often, as 高崎 is. Under row-level security an index serves
-- comparisons alone, and "contains" is none. So what names are found by is a table of its own without policies, which
-- the service may neither read nor write: a trigger keeps it, and listed_memberships() alone reads it.
CREATE TABLE searched_name (
    member_number text PRIMARY KEY,
    keys          text NOT NULL -- of the name and of its kana, a line each
);

-- Each character, and each two that follow each other.
CREATE FUNCTION parts_of_name(keys text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT string_to_array(keys, NULL)
        || ARRAY(SELECT substr(keys, start, 2) FROM generate_series(1, char_length(keys) - 1) AS start)
$$;
CREATE INDEX ON searched_name USING gin (parts_of_name(keys));

CREATE FUNCTION keep_searched_name() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
BEGIN
    -- What is inserted is always the head of its chain.
    INSERT INTO searched_name (member_number, keys)
    VALUES (NEW.member_number, NEW.name_key || E'\n' || coalesce(NEW.kana_key, ''))
        ON CONFLICT (member_number) DO UPDATE SET keys = excluded.keys WHERE searched_name.keys <> excluded.keys;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION keep_searched_name() FROM PUBLIC;
CREATE TRIGGER name_is_searched AFTER INSERT ON profile FOR EACH ROW EXECUTE FUNCTION keep_searched_name();

ALTER TABLE profile NO FORCE ROW LEVEL SECURITY;
INSERT INTO searched_name (member_number, keys)
SELECT p.member_number, p.name_key || E'\n' FROM profile p
 WHERE NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id);
ALTER TABLE profile FORCE ROW LEVEL SECURITY;

-- Members of such a name, the first of them after a number.
CREATE FUNCTION members_called(name_part text, after_member text, most integer) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path = member
    SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    parts text[] := CASE WHEN char_length(name_part) = 1 THEN ARRAY[name_part]
                         ELSE ARRAY(SELECT substr(name_part, start, 2)
                                      FROM generate_series(1, char_length(name_part) - 1) AS start) END;
BEGIN
    RETURN ARRAY(
        SELECT s.member_number FROM searched_name s
         WHERE parts_of_name(s.keys) @> parts AND position(name_part IN s.keys) > 0 AND s.member_number > after_member
         ORDER BY s.member_number LIMIT most);
END
$$;

-- The periods in effect that are asked for, after a place in the order of member number, day of acquisition and root.
-- The policies of membership and profile hold in here too, as the owner is held to them: whatever is asked for, a
-- caller is shown what he may see.
CREATE FUNCTION listed_memberships(
    name_part text, number text, establishment text, insured integer, of_plan text, standing text, on_day date,
    acquired_from date, acquired_to date, lost_from date, lost_to date,
    after_member text, after_acquired date, after_root uuid, most integer)
    RETURNS TABLE (member_number text, name text, name_kana text, birth_date date, establishment_number text,
                   insured_number integer, acquired_on date, lost_on date, cause text, root uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = member
    -- A plan for each question: one for all would fit none.
    SET plan_cache_mode = force_custom_plan
AS $$
#variable_conflict use_column
DECLARE
    called text[];
    -- The member of the place himself may have further periods.
    called_to text := coalesce(lpad((after_member::bigint - 1)::text, 10, '0'), '');
    at_a_time integer := 1000;
    listed integer := 0;
    added integer;
BEGIN
    LOOP
        -- Few have a rare name, and who has a common one is among the first; members of one establishment are read all.
        IF name_part IS NOT NULL AND number IS NULL AND establishment IS NULL THEN
            called := members_called(name_part, called_to, at_a_time);
        END IF;
        RETURN QUERY
            SELECT m.member_number, p.name, p.name_kana, p.birth_date, m.establishment_number, m.insured_number,
                   m.acquired_on, l.lost_on, l.cause, m.root
              FROM membership m
              JOIN profile p ON p.member_number = m.member_number
              LEFT JOIN membership_loss l
                ON l.membership = m.root AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = l.filing_id)
             WHERE NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = m.filing_id)
               AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)
               AND (called IS NULL OR m.member_number = ANY (called))
               AND (name_part IS NULL OR called IS NOT NULL
                 OR (SELECT position(name_part IN s.keys) > 0
                       FROM searched_name s WHERE s.member_number = m.member_number))
               AND (number IS NULL OR m.member_number = number)
               AND (establishment IS NULL OR m.establishment_number = establishment)
               AND (insured IS NULL OR m.insured_number = insured)
               AND (of_plan IS NULL
                 OR (SELECT true FROM base_salary b
                      WHERE b.membership = m.root AND b.plan = of_plan
                        AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = b.filing_id) LIMIT 1))
               AND (standing = 'ALL'
                 OR standing = 'LOST' AND l.lost_on <= on_day
                 OR standing = 'ACTIVE' AND m.acquired_on <= on_day AND coalesce(l.lost_on > on_day, true))
               AND (acquired_from IS NULL OR m.acquired_on >= acquired_from)
               AND (acquired_to IS NULL OR m.acquired_on <= acquired_to)
               AND (lost_from IS NULL OR l.lost_on >= lost_from)
               AND (lost_to IS NULL OR l.lost_on <= lost_to)
               AND (after_member IS NULL
                 OR (m.member_number, m.acquired_on, m.root) > (after_member, after_acquired, after_root))
             ORDER BY m.member_number, m.acquired_on, m.root
             LIMIT most - listed;
        GET DIAGNOSTICS added = ROW_COUNT;
        listed := listed + added;
        EXIT WHEN listed >= most OR called IS NULL OR cardinality(called) < at_a_time;
        called_to := called[at_a_time];
        at_a_time := at_a_time * 4;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION members_called(text, text, integer), listed_memberships(
    text, text, text, integer, text, text, date, date, date, date, date, text, date, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION listed_memberships(
    text, text, text, integer, text, text, date, date, date, date, date, text, date, uuid, integer) TO ${app_role};

-- What members apply for themselves (申請). An application is kept as it came, and what became of it beside it.
CREATE TABLE member_application (
    id             uuid PRIMARY KEY,
    receipt_number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    type           text NOT NULL CHECK (type IN ('ADDRESS_CHANGE', 'BANK_ACCOUNT_CHANGE', 'NAME_CHANGE')),
    member_number  text NOT NULL REFERENCES member,
    applied_at     timestamptz NOT NULL,
    applied_by     text NOT NULL,
    content        jsonb, -- of an account none: that is kept apart
    UNIQUE (id, type, member_number),
    CHECK ((content IS NULL) = (type = 'BANK_ACCOUNT_CHANGE'))
);
CREATE INDEX ON member_application (member_number, receipt_number);
CREATE INDEX ON member_application (receipt_number) WHERE type = 'NAME_CHANGE';

CREATE TABLE application_decision (
    application   uuid PRIMARY KEY,
    type          text NOT NULL,
    member_number text NOT NULL,
    outcome       text NOT NULL CHECK (outcome IN ('ACCEPTED', 'RETURNED')),
    reason        text CHECK (char_length(reason) BETWEEN 1 AND 200),
    filing_id     uuid REFERENCES filing,
    decided_at    timestamptz NOT NULL,
    decided_by    text, -- none where a rule did
    FOREIGN KEY (application, type, member_number) REFERENCES member_application (id, type, member_number),
    CHECK ((outcome = 'RETURNED') = (reason IS NOT NULL)),
    CHECK ((outcome = 'ACCEPTED' AND type <> 'BANK_ACCOUNT_CHANGE') = (filing_id IS NOT NULL)),
    CHECK ((type = 'NAME_CHANGE') = (decided_by IS NOT NULL))
);

-- The account that benefits are paid to; the head of the chain holds.
CREATE TABLE bank_account (
    application   uuid PRIMARY KEY,
    type          text NOT NULL DEFAULT 'BANK_ACCOUNT_CHANGE' CHECK (type = 'BANK_ACCOUNT_CHANGE'),
    member_number text NOT NULL,
    bank_code     text NOT NULL CHECK (bank_code ~ '^[0-9]{4}$'),
    branch_code   text NOT NULL CHECK (branch_code ~ '^[0-9]{3}$'),
    kind          text NOT NULL CHECK (kind IN ('ORDINARY', 'CURRENT', 'SAVINGS')),
    number        text NOT NULL CHECK (number ~ '^[0-9]{7}$'),
    holder        text NOT NULL CHECK (char_length(holder) BETWEEN 1 AND 30),
    replaces      uuid UNIQUE,
    UNIQUE (application, member_number),
    FOREIGN KEY (application, type, member_number) REFERENCES member_application (id, type, member_number),
    FOREIGN KEY (replaces, member_number) REFERENCES bank_account (application, member_number)
);
CREATE INDEX ON bank_account (member_number);
CREATE UNIQUE INDEX one_first_account ON bank_account (member_number) WHERE replaces IS NULL;

-- No establishment sees any of it; a member decides nothing that waits for an officer.
DO $$
DECLARE
    own text;
BEGIN
    FOREACH own IN ARRAY ARRAY['member_application', 'application_decision', 'bank_account'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', own);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', own);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (may_see(NULL, member_number))', own);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', own);
    END LOOP;
END
$$;
CREATE POLICY applied ON member_application FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true));
CREATE POLICY applied ON bank_account FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true));
CREATE POLICY decided ON application_decision FOR INSERT
    WITH CHECK (CASE current_setting('app.role', true)
        WHEN 'officer' THEN type = 'NAME_CHANGE'
        WHEN 'member' THEN type <> 'NAME_CHANGE' AND outcome = 'ACCEPTED'
            AND member_number = current_setting('app.member', true)
        ELSE false
    END);

-- An address that a member has changed himself is a filing of his own, which no establishment sees.
CREATE POLICY filed_by_himself ON filing FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true)
        AND type = 'ADDRESS_CHANGE');
CREATE POLICY filed_by_himself ON address FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true));
CREATE POLICY not_what_members_file ON filing AS RESTRICTIVE FOR SELECT
    USING (filed_by NOT LIKE 'member/%' OR current_setting('app.role', true) IN ('officer', 'system', 'member'));
CREATE POLICY as_its_filing ON address AS RESTRICTIVE FOR SELECT
    USING (EXISTS (SELECT FROM filing WHERE filing.id = address.filing_id));

-- Links to partners' services, set as a whole; the latest revision holds, and who set which one stays.
CREATE TABLE partner_link_list (
    revision bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    set_at   timestamptz NOT NULL,
    set_by   text NOT NULL,
    links    jsonb NOT NULL
);
ALTER TABLE partner_link_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_link_list FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON partner_link_list FOR SELECT USING (coalesce(current_setting('app.role', true), '') <> '');
CREATE POLICY set ON partner_link_list FOR INSERT WITH CHECK (current_setting('app.role', true) = 'officer');
GRANT SELECT, INSERT ON partner_link_list TO ${app_role};

-- A basic pension number is one person's in the whole fund, whoever may see him. It is held by the member whose latest
-- profile has it, as long as one of his memberships is in effect: so that an enrolment that was cancelled keeps nobody
-- else out. A trigger keeps it, and the service learns no more than whether another holds a number.
CREATE TABLE pension_number_holder (
    basic_pension_number text PRIMARY KEY,
    member_number        text NOT NULL UNIQUE
);

CREATE FUNCTION hold_pension_number() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
    held text;
BEGIN
    PERFORM set_config('app.role', 'system', true);
    SELECT p.basic_pension_number INTO held
      FROM profile p
     WHERE p.member_number = NEW.member_number
       AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)
       AND EXISTS (SELECT FROM membership m
                    WHERE m.member_number = p.member_number
                      AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = m.filing_id));
    PERFORM set_config('app.role', caller_role, true);
    DELETE FROM pension_number_holder
     WHERE member_number = NEW.member_number AND basic_pension_number IS DISTINCT FROM held;
    IF held IS NOT NULL THEN
        INSERT INTO pension_number_holder VALUES (held, NEW.member_number) ON CONFLICT (member_number) DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION hold_pension_number() FROM PUBLIC;
CREATE TRIGGER pension_number_is_held AFTER INSERT ON profile
    FOR EACH ROW WHEN (NEW.basic_pension_number IS NOT NULL OR NEW.replaces IS NOT NULL)
    EXECUTE FUNCTION hold_pension_number();
CREATE TRIGGER pension_number_is_held AFTER INSERT ON membership
    FOR EACH ROW EXECUTE FUNCTION hold_pension_number();
CREATE TRIGGER pension_number_is_held AFTER INSERT ON retraction
    FOR EACH ROW EXECUTE FUNCTION hold_pension_number();

CREATE FUNCTION pension_number_of_another(wanted text, holder text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = member
AS $$
    SELECT EXISTS (SELECT FROM pension_number_holder WHERE basic_pension_number = wanted AND member_number <> holder)
$$;
REVOKE ALL ON FUNCTION pension_number_of_another(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pension_number_of_another(text, text) TO ${app_role};
