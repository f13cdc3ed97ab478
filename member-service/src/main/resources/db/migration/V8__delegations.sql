-- Consultants (社会保険労務士) who file for establishments, and who has delegated to whom from when until when.

CREATE TABLE consultant (
    code          text PRIMARY KEY CHECK (code ~ '^[0-9A-Za-z-]{1,20}$'),
    registered_at timestamptz NOT NULL,
    registered_by text NOT NULL
);

-- The latest revision holds, and who set which one stays.
CREATE TABLE consultant_name (
    consultant text NOT NULL REFERENCES consultant,
    revision   integer NOT NULL CHECK (revision >= 1),
    name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    named_at   timestamptz NOT NULL,
    named_by   text NOT NULL,
    PRIMARY KEY (consultant, revision)
);

CREATE TABLE delegation (
    id                   uuid PRIMARY KEY,
    establishment_number text NOT NULL REFERENCES establishment,
    consultant           text NOT NULL REFERENCES consultant,
    from_day             date NOT NULL,
    given_at             timestamptz NOT NULL,
    given_by             text NOT NULL
);
CREATE INDEX ON delegation (consultant, establishment_number);
CREATE INDEX ON delegation (establishment_number);

-- The first day on which a delegation holds no more; of several the earliest counts, so an end is never put off.
CREATE TABLE delegation_end (
    delegation uuid NOT NULL REFERENCES delegation,
    until_day  date NOT NULL,
    ended_at   timestamptz NOT NULL,
    ended_by   text NOT NULL,
    PRIMARY KEY (delegation, until_day)
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['consultant', 'consultant_name', 'delegation', 'delegation_end'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;

-- An establishment looks up whom it delegates to.
CREATE POLICY seen ON consultant FOR SELECT
    USING (current_setting('app.role', true) IN ('officer', 'system', 'establishment')
        OR current_setting('app.role', true) = 'consultant' AND code = current_setting('app.consultant', true));
CREATE POLICY registered ON consultant FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system'));
CREATE POLICY seen ON consultant_name FOR SELECT
    USING (EXISTS (SELECT FROM consultant WHERE code = consultant_name.consultant));
CREATE POLICY named ON consultant_name FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system'));

-- Not by may_see(), which asks this table.
CREATE POLICY seen ON delegation FOR SELECT
    USING (CASE current_setting('app.role', true)
        WHEN 'officer' THEN true
        WHEN 'system' THEN true
        WHEN 'establishment' THEN establishment_number = current_setting('app.establishment', true)
        WHEN 'consultant' THEN consultant = current_setting('app.consultant', true)
        ELSE false
    END);
CREATE POLICY given ON delegation FOR INSERT
    WITH CHECK (CASE current_setting('app.role', true)
        WHEN 'officer' THEN true
        WHEN 'system' THEN true
        WHEN 'establishment' THEN establishment_number = current_setting('app.establishment', true)
        ELSE false
    END);
CREATE POLICY seen ON delegation_end FOR SELECT
    USING (EXISTS (SELECT FROM delegation WHERE id = delegation_end.delegation));
CREATE POLICY ended ON delegation_end FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system', 'establishment')
        AND EXISTS (SELECT FROM delegation WHERE id = delegation_end.delegation));

-- Whether the establishment has delegated to the consultant who calls, on the service's day: its clock can be set.
CREATE FUNCTION delegated(establishment text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
    SELECT EXISTS (
        SELECT FROM delegation d
         WHERE d.establishment_number = establishment
           AND d.consultant = current_setting('app.consultant', true)
           AND d.from_day <= nullif(current_setting('app.today', true), '')::date
           AND NOT EXISTS (SELECT FROM delegation_end e
                            WHERE e.delegation = d.id
                              AND e.until_day <= nullif(current_setting('app.today', true), '')::date))
$$;

-- What asks a table is a function of its own: these two are then still folded into the queries of all other callers.
CREATE OR REPLACE FUNCTION may_see(establishment text, member text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
    SELECT CASE current_setting('app.role', true)
        WHEN 'officer' THEN true
        WHEN 'system' THEN true
        WHEN 'establishment' THEN establishment = current_setting('app.establishment', true)
        WHEN 'consultant' THEN delegated(establishment)
        WHEN 'member' THEN member = current_setting('app.member', true)
        ELSE false
    END
$$;

CREATE OR REPLACE FUNCTION may_file(establishment text) RETURNS boolean
    LANGUAGE sql STABLE
AS $$
    SELECT CASE current_setting('app.role', true)
        WHEN 'officer' THEN true
        WHEN 'system' THEN true
        WHEN 'establishment' THEN establishment = current_setting('app.establishment', true)
        WHEN 'consultant' THEN delegated(establishment)
        ELSE false
    END
$$;

ALTER POLICY assigned ON member
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system', 'establishment', 'consultant'));
ALTER POLICY filed ON profile
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system', 'establishment', 'consultant'));

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['closed_day', 'cut_off_list', 'cut_off'] LOOP
        EXECUTE format('ALTER POLICY seen ON %I USING (current_setting(''app.role'', true)'
            ' IN (''officer'', ''system'', ''establishment'', ''consultant''))', kept);
    END LOOP;
END
$$;

-- A consultant's file over several establishments. It becomes a filing_file for each of them, with the state, the
-- approval and the rows of that one alone; what is nobody's of them stays here.
CREATE TABLE consultant_file (
    id             uuid PRIMARY KEY,
    receipt_number bigint NOT NULL UNIQUE DEFAULT nextval('filing_file_receipt_number_seq'),
    consultant     text NOT NULL REFERENCES consultant,
    sha256         bytea NOT NULL CHECK (length(sha256) = 32),
    mode           text NOT NULL CHECK (mode IN ('ALL_OR_NOTHING', 'ROW_BY_ROW')),
    received_on    date NOT NULL,
    uploaded_at    timestamptz NOT NULL,
    uploaded_by    text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('OURS', 'SHFD0006', 'KNFD0006')),
    character_set  text NOT NULL CHECK (character_set IN ('UTF_8', 'WINDOWS_31J')),
    forms_not_ours jsonb NOT NULL,
    rows           integer NOT NULL,
    returned       integer NOT NULL,
    UNIQUE (id, consultant),
    CHECK (returned BETWEEN 0 AND rows)
);
CREATE INDEX ON consultant_file (consultant, receipt_number);

ALTER TABLE consultant_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE consultant_file FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON consultant_file FOR SELECT
    USING (current_setting('app.role', true) IN ('officer', 'system')
        OR current_setting('app.role', true) = 'consultant' AND consultant = current_setting('app.consultant', true));
CREATE POLICY sent ON consultant_file FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'consultant'
        AND consultant = current_setting('app.consultant', true));
GRANT SELECT, INSERT ON consultant_file TO ${app_role};
GRANT USAGE ON SEQUENCE filing_file_receipt_number_seq TO ${app_role};

ALTER TABLE filing_file
    ADD COLUMN consultant      text REFERENCES consultant, -- who sent it, if one did
    ADD COLUMN consultant_file uuid,
    ADD FOREIGN KEY (consultant_file, consultant) REFERENCES consultant_file (id, consultant),
    ADD CHECK (consultant_file IS NULL OR consultant IS NOT NULL);
CREATE UNIQUE INDEX filing_file_part ON filing_file (consultant_file, establishment_number)
    WHERE consultant_file IS NOT NULL;

-- Who approves is somebody of the establishment, never its consultant.
ALTER POLICY settled ON filing_file
    WITH CHECK (may_file(establishment_number)
        AND (current_setting('app.role', true) <> 'consultant' OR settled_by IS NULL OR state = 'WITHDRAWN'));

-- The same bytes from a consultant for several are not the same file as from one of them for itself.
DROP INDEX filing_file_once;
-- Of what has no effect, rows that were taken back while they waited; others are kept, and used later.
ALTER TABLE filing_file
    ADD COLUMN withdrawn integer NOT NULL DEFAULT 0,
    ADD COLUMN came_to_nothing boolean NOT NULL GENERATED ALWAYS AS (
        state IN ('RETURNED', 'WITHDRAWN')
            OR state = 'PROCESSED' AND processed = 0 AND (not_applicable = 0 OR withdrawn > 0)) STORED,
    ADD CHECK (withdrawn BETWEEN 0 AND not_applicable);
GRANT UPDATE (withdrawn) ON filing_file TO ${app_role};
CREATE UNIQUE INDEX filing_file_once ON filing_file (establishment_number, sha256)
    WHERE NOT came_to_nothing AND consultant_file IS NULL;

CREATE OR REPLACE VIEW filed_row WITH (security_barrier) AS
    -- Not EXISTS: that would be answered by a list of all files, made anew for each row that is settled.
    SELECT * FROM filed_row_kept r
     WHERE coalesce((SELECT true FROM filing_file f WHERE f.id = r.file),
                    (SELECT true FROM consultant_file c WHERE c.id = r.file));

CREATE OR REPLACE FUNCTION rows_are_of_own_file() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT file FROM added) AS a
                WHERE NOT EXISTS (SELECT FROM filing_file f WHERE f.id = a.file)
                  AND NOT EXISTS (SELECT FROM consultant_file c WHERE c.id = a.file)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'rows of a file that the caller may not see';
    END IF;
    RETURN NULL;
END
$$;
