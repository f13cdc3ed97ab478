-- Who says that the records have a birth date wrong, and what it is: compared when it changes, told to nobody.
CREATE TABLE birth_date_inquiry (
    member_number text        NOT NULL CHECK (member_number ~ '^[0-9]{10}$'),
    address       text        NOT NULL,
    language      text        NOT NULL CHECK (language IN ('JAPANESE', 'ENGLISH')),
    birth_date    date        NOT NULL,
    asked_at      timestamptz NOT NULL,
    PRIMARY KEY (member_number, address)
);
CREATE INDEX ON birth_date_inquiry (asked_at);
-- When the employer was last asked to look at a member's birth date.
CREATE TABLE birth_date_proposal (
    member_number text        PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    proposed_at   timestamptz NOT NULL
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['birth_date_inquiry', 'birth_date_proposal'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I USING (current_setting(''app.role'', true) = ''system'')', kept);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;
