-- The fund's people as the topics tell, for matching: of those who have no login ID nothing else is kept.
CREATE TABLE person (
    member_number text PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    birth_date    date NOT NULL
);
-- Each membership that began or ended, by the filing that reported it.
CREATE TABLE membership_fact (
    member_number text    NOT NULL CHECK (member_number ~ '^[0-9]{10}$'),
    filing_id     uuid    NOT NULL,
    kind          text    NOT NULL CHECK (kind IN ('ENROLLED', 'LOST')),
    on_day        date    NOT NULL,
    death         boolean NOT NULL CHECK (NOT death OR kind = 'LOST'),
    PRIMARY KEY (member_number, filing_id)
);
-- What the ledger made of an account when its membership ended: whether there is a right to anything.
CREATE TABLE standing (
    member_number text    NOT NULL CHECK (member_number ~ '^[0-9]{10}$'),
    plan          text    NOT NULL,
    ordinal       integer NOT NULL,
    standing      text    NOT NULL,
    PRIMARY KEY (member_number, plan, ordinal)
);
CREATE TABLE freshness (
    topic        text        NOT NULL,
    "partition"  integer     NOT NULL,
    caught_up_at timestamptz NOT NULL,
    PRIMARY KEY (topic, "partition")
);

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['person', 'membership_fact', 'standing', 'freshness'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I USING (current_setting(''app.role'', true) = ''system'')', kept);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;
