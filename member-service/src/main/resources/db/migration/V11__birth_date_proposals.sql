-- Birth dates that employers are asked to look at, since somebody with the member's number says another. A proposal is
-- of whoever may file the correction: the establishment at which the member is, or was last, as the memberships say
-- when it is read.
CREATE TABLE birth_date_proposal (
    id             uuid PRIMARY KEY,
    receipt_number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    member_number  text NOT NULL REFERENCES member,
    proposed_at    timestamptz NOT NULL,
    state          text NOT NULL CHECK (state IN ('OPEN', 'FILED', 'DISMISSED')),
    ended_at       timestamptz,
    dismissed_by   text,
    filing_id      uuid REFERENCES filing DEFERRABLE INITIALLY DEFERRED, -- written after the proposal, at the commit
    CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CHECK ((state = 'DISMISSED') = (dismissed_by IS NOT NULL)),
    CHECK ((state = 'FILED') = (filing_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_proposal ON birth_date_proposal (member_number) WHERE state = 'OPEN';
CREATE INDEX ON birth_date_proposal (member_number);

CREATE FUNCTION latest_establishment(wanted text) RETURNS text
    LANGUAGE sql STABLE
AS $$
    SELECT c.establishment FROM career(wanted) AS c ORDER BY c.acquired_on DESC, c.lost_on DESC NULLS FIRST LIMIT 1
$$;
REVOKE ALL ON FUNCTION latest_establishment(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION latest_establishment(text) TO ${app_role};

ALTER TABLE birth_date_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE birth_date_proposal FORCE ROW LEVEL SECURITY;
-- The career is asked of those alone whom the caller may know at all: it costs more.
CREATE POLICY seen ON birth_date_proposal FOR SELECT
    USING (current_setting('app.role', true) IN ('officer', 'system')
        OR current_setting('app.role', true) IN ('establishment', 'consultant')
            AND EXISTS (SELECT FROM membership WHERE membership.member_number = birth_date_proposal.member_number)
            AND may_file(latest_establishment(member_number)));
CREATE POLICY proposed ON birth_date_proposal FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'system' AND state = 'OPEN');
-- Once; of whom it may be is what SELECT allows.
CREATE POLICY ended ON birth_date_proposal FOR UPDATE USING (state = 'OPEN') WITH CHECK (state <> 'OPEN');
GRANT SELECT, INSERT ON birth_date_proposal TO ${app_role};
GRANT UPDATE (state, ended_at, dismissed_by, filing_id) ON birth_date_proposal TO ${app_role};
