-- What is corrected or cancelled stays, and a retraction beside it says that it no longer holds. A fact is in effect
-- unless its filing is retracted or, of a base salary, a later one of the same day replaces it. What a retracted
-- change had replaced stays out, but for what the enrolment said: the ledger reads it so too.

ALTER TABLE filing DROP CONSTRAINT filing_type_check;
ALTER TABLE filing ADD CONSTRAINT filing_type_check
    CHECK (type IN ('ENROLMENT', 'BASE_SALARY_CHANGE', 'LOSS', 'TAKE_OVER', 'NAME_CHANGE', 'BIRTH_DATE_CORRECTION',
                    'ADDRESS_CHANGE', 'TRANSFER_IN', 'CANCELLATION'));

-- A correction or a cancellation takes one filing back, of the same member and establishment, and each can be once.
CREATE TABLE retraction (
    filing_id            uuid PRIMARY KEY,
    retracted            uuid NOT NULL UNIQUE,
    member_number        text NOT NULL,
    establishment_number text NOT NULL,
    UNIQUE (filing_id, retracted),
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    FOREIGN KEY (retracted, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    CHECK (filing_id <> retracted)
);
CREATE INDEX ON retraction (member_number);

ALTER TABLE profile
    ADD COLUMN name_kana text CHECK (char_length(name_kana) BETWEEN 1 AND 100),
    ADD COLUMN sex text CHECK (sex IN ('MALE', 'FEMALE')),
    ADD COLUMN basic_pension_number text CHECK (basic_pension_number ~ '^[0-9]{10}$'),
    ADD COLUMN named_by uuid REFERENCES filing, -- the filing that said the name; none: this one
    ADD COLUMN named_on date;
CREATE INDEX ON profile (basic_pension_number);

-- A membership has versions: the first is its root, which losses and base salaries name; each of the others corrects
-- the one before, so that there is one head. Which periods may stand beside each other is asked at the commit.
ALTER TABLE membership DROP COLUMN follows, DROP COLUMN follows_lost_on;
ALTER TABLE membership
    ADD COLUMN root uuid,
    ADD COLUMN replaces uuid UNIQUE,
    ADD COLUMN insured_number integer CHECK (insured_number BETWEEN 0 AND 999999);
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
UPDATE membership SET root = filing_id;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE membership
    ALTER COLUMN root SET NOT NULL,
    ADD UNIQUE (filing_id, root),
    ADD UNIQUE (filing_id, member_number, establishment_number),
    ADD FOREIGN KEY (root, member_number, establishment_number)
        REFERENCES membership (filing_id, member_number, establishment_number),
    ADD FOREIGN KEY (replaces, root) REFERENCES membership (filing_id, root),
    ADD FOREIGN KEY (filing_id, replaces) REFERENCES retraction (filing_id, retracted),
    ADD CHECK ((replaces IS NULL) = (root = filing_id));
CREATE INDEX ON membership (establishment_number, insured_number);

-- Losses of one membership are a chain too: after a cancelled one the next comes.
ALTER TABLE membership_loss DROP CONSTRAINT membership_loss_membership_key, DROP COLUMN acquired_on;
ALTER TABLE membership_loss
    ADD COLUMN replaces uuid UNIQUE,
    ADD UNIQUE (filing_id, membership),
    ADD FOREIGN KEY (membership, member_number, establishment_number)
        REFERENCES membership (filing_id, member_number, establishment_number),
    ADD FOREIGN KEY (replaces, membership) REFERENCES membership_loss (filing_id, membership);
CREATE UNIQUE INDEX one_first_loss ON membership_loss (membership) WHERE replaces IS NULL;

ALTER TABLE base_salary DROP COLUMN acquired_on;
ALTER TABLE base_salary
    ADD FOREIGN KEY (membership, member_number, establishment_number)
        REFERENCES membership (filing_id, member_number, establishment_number);
ALTER TABLE membership DROP CONSTRAINT membership_filing_id_member_number_establishment_number_acq_key;

-- An asset keeps its number through corrections, so that its sub-account does.
ALTER TABLE transferred_asset DROP CONSTRAINT transferred_asset_pkey;
ALTER TABLE transferred_asset
    ADD COLUMN amount bigint CHECK (amount > 0), -- none for a take-over: the ledger has its balance
    ADD COLUMN replaces uuid,
    ADD PRIMARY KEY (filing_id, plan, ordinal),
    ADD UNIQUE (replaces, plan, ordinal),
    ADD UNIQUE (filing_id, member_number, plan, ordinal),
    ADD FOREIGN KEY (replaces, member_number, plan, ordinal)
        REFERENCES transferred_asset (filing_id, member_number, plan, ordinal);
CREATE UNIQUE INDEX one_first_asset ON transferred_asset (member_number, plan, ordinal) WHERE replaces IS NULL;

-- Seen by who filed it: a former employer learns no later address.
CREATE TABLE address (
    filing_id            uuid PRIMARY KEY,
    member_number        text NOT NULL,
    establishment_number text NOT NULL,
    postcode             text CHECK (postcode ~ '^[0-9]{7}$'),
    address              text CHECK (char_length(address) BETWEEN 1 AND 200),
    changed_on           date NOT NULL,
    told_at              timestamptz NOT NULL,
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    CHECK (postcode IS NOT NULL OR address IS NOT NULL)
);
CREATE INDEX ON address (member_number);

DO $$
DECLARE
    fact text;
BEGIN
    FOREACH fact IN ARRAY ARRAY['retraction', 'address'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', fact);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', fact);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (may_see(establishment_number, member_number))',
                       fact);
        EXECUTE format('CREATE POLICY filed ON %I FOR INSERT WITH CHECK (may_file(establishment_number))', fact);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', fact);
    END LOOP;
END
$$;

-- At most one membership goes on, it is the last, and periods do not overlap, each with one end that is not before its
-- beginning; a base salary in effect is of a membership in effect. Told by name, the broken rule ends the transaction.
CREATE FUNCTION broken_rule(wanted text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = member
AS $$
    WITH version AS (
        SELECT m.root, m.acquired_on
          FROM membership m
         WHERE m.member_number = wanted AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = m.filing_id)
    ), loss AS (
        SELECT l.membership, l.lost_on
          FROM membership_loss l
         WHERE l.member_number = wanted AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = l.filing_id)
    ), period AS (
        SELECT root, acquired_on, lost_on,
               lead(acquired_on) OVER (ORDER BY acquired_on, lost_on NULLS LAST) AS next_on
          FROM version LEFT JOIN loss ON loss.membership = version.root
    ), base AS (
        SELECT b.effective_from, v.acquired_on
          FROM base_salary b LEFT JOIN version v ON v.root = b.membership
         WHERE b.member_number = wanted
           AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = b.filing_id)
           AND NOT EXISTS (SELECT FROM base_salary n WHERE n.replaces = b.filing_id AND n.plan = b.plan)
    )
    SELECT CASE
        WHEN EXISTS (SELECT FROM loss WHERE membership NOT IN (SELECT root FROM version)) THEN 'loss_has_membership'
        WHEN EXISTS (SELECT FROM period GROUP BY root HAVING count(*) > 1) THEN 'one_version_and_one_loss'
        WHEN EXISTS (SELECT FROM period WHERE lost_on < acquired_on) THEN 'lost_after_acquired'
        WHEN EXISTS (SELECT FROM period WHERE next_on IS NOT NULL AND (lost_on IS NULL OR next_on < lost_on))
            THEN 'periods_do_not_overlap'
        WHEN EXISTS (SELECT FROM base WHERE acquired_on IS NULL OR effective_from < acquired_on)
            THEN 'base_salary_within_membership'
        WHEN EXISTS (SELECT FROM base
                      WHERE effective_from <> acquired_on
                        AND NOT (extract(month FROM effective_from) IN (4, 10)
                            AND extract(day FROM effective_from) = 1))
            THEN 'base_salary_changes_in_april_or_october'
    END
$$;

CREATE FUNCTION hold_career() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
    broken text;
BEGIN
    PERFORM set_config('app.role', 'system', true);
    -- Two transactions for one member wait for each other here; one who is new in this one is nobody else's yet.
    IF NOT EXISTS (SELECT FROM member WHERE number = NEW.member_number AND xmin = pg_current_xact_id()::xid) THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('member/' || NEW.member_number, 0));
    END IF;
    broken := broken_rule(NEW.member_number);
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'facts of a member that cannot stand beside each other: %', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    PERFORM set_config('app.role', caller_role, true);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION hold_career(), broken_rule(text) FROM PUBLIC;

CREATE CONSTRAINT TRIGGER career_holds AFTER INSERT ON membership
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_career();
CREATE CONSTRAINT TRIGGER career_holds AFTER INSERT ON membership_loss
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_career();
CREATE CONSTRAINT TRIGGER career_holds AFTER INSERT ON retraction
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_career();
-- What a membership begins with is asked with it.
CREATE CONSTRAINT TRIGGER career_holds AFTER INSERT ON base_salary
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.filing_id <> NEW.membership) EXECUTE FUNCTION hold_career();

-- Where somebody was a member is not seen by every establishment that files for him, yet the rules need it: whether a
-- membership begins anew or goes on, and which number an asset gets. Functions tell it of one member.
DROP FUNCTION former_member(text);

CREATE FUNCTION known_person(wanted text)
    RETURNS TABLE (birth_date date, name text, name_kana text, sex text, basic_pension_number text, filing uuid,
                   named_by uuid, named_on date)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
BEGIN
    -- The owner is held to the policies too. A fault in between ends the transaction, and the setting with it.
    PERFORM set_config('app.role', 'system', true);
    RETURN QUERY
        SELECT p.birth_date, p.name, p.name_kana, p.sex, p.basic_pension_number, p.filing_id,
               coalesce(p.named_by, p.filing_id), p.named_on
          FROM profile p
         WHERE p.member_number = wanted
           AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id);
    PERFORM set_config('app.role', caller_role, true);
END
$$;

CREATE FUNCTION career(wanted text)
    RETURNS TABLE (membership uuid, establishment text, acquired_on date,
                   filing uuid, type text, channel text, received_on date, bases text,
                   loss uuid, loss_channel text, loss_received_on date, lost_on date, cause text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
BEGIN
    PERFORM set_config('app.role', 'system', true);
    RETURN QUERY
        SELECT m.root, m.establishment_number, m.acquired_on, f.id, f.type, f.channel, f.received_on,
               coalesce((SELECT string_agg(b.plan || '=' || b.base_salary, ',' ORDER BY b.plan)
                           FROM base_salary b WHERE b.filing_id = m.filing_id), ''),
               l.filing_id, lf.channel, lf.received_on, l.lost_on, l.cause
          FROM membership m
          JOIN filing f ON f.id = m.filing_id
          LEFT JOIN (membership_loss l JOIN filing lf ON lf.id = l.filing_id)
            ON l.membership = m.root AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = l.filing_id)
         WHERE m.member_number = wanted
           AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = m.filing_id)
         ORDER BY m.acquired_on, l.lost_on NULLS LAST;
    PERFORM set_config('app.role', caller_role, true);
END
$$;

CREATE FUNCTION next_asset(wanted text, wanted_plan text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = member
AS $$
DECLARE
    caller_role text := current_setting('app.role', true);
    free integer;
BEGIN
    PERFORM set_config('app.role', 'system', true);
    SELECT coalesce(max(ordinal), 0) + 1 INTO free
      FROM transferred_asset WHERE member_number = wanted AND plan = wanted_plan;
    PERFORM set_config('app.role', caller_role, true);
    RETURN free;
END
$$;
REVOKE ALL ON FUNCTION known_person(text), career(text), next_asset(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION known_person(text), career(text), next_asset(text, text) TO ${app_role};
