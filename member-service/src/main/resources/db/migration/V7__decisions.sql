-- The fiscal years that the fund has closed, as the ledger has told: what still changes one of them is decided by an
-- officer.
CREATE TABLE closed_year (
    fiscal_year integer PRIMARY KEY,
    closed_at   timestamptz NOT NULL
);
ALTER TABLE closed_year ENABLE ROW LEVEL SECURITY;
ALTER TABLE closed_year FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON closed_year FOR SELECT
    USING (current_setting('app.role', true) IN ('officer', 'system', 'establishment', 'consultant'));
CREATE POLICY told ON closed_year FOR INSERT WITH CHECK (current_setting('app.role', true) = 'system');
GRANT SELECT, INSERT ON closed_year TO ${app_role};

-- What an officer is to decide, a single filing or a row of a file. Accepted, it is a filing under the same id, and
-- that says from then on what it was and who decided; this row stays as it came.
CREATE TABLE held_filing (
    id                   uuid PRIMARY KEY,
    form                 text NOT NULL CHECK (form IN ('ENROLMENT', 'LOSS', 'BASE_SALARY_CHANGE', 'TRANSFER_IN',
                                                       'CORRECTION', 'CANCELLATION')),
    type                 text NOT NULL, -- of a correction, what it corrects
    channel              text NOT NULL CHECK (channel IN ('PAPER', 'DATA')),
    received_on          date NOT NULL,
    member_number        text REFERENCES member, -- none yet of somebody new
    establishment_number text NOT NULL REFERENCES establishment,
    filed_at             timestamptz NOT NULL,
    filed_by             text NOT NULL,
    body                 text NOT NULL,
    waits_for            text NOT NULL, -- codes between commas
    state                text NOT NULL CHECK (state IN ('RECEIVED', 'PROCESSED', 'RETURNED', 'WITHDRAWN')),
    decided_at           timestamptz,
    decided_by           text,
    return_reason        text,
    return_text          text CHECK (char_length(return_text) BETWEEN 1 AND 500),
    CHECK ((state = 'RECEIVED') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK ((state = 'RETURNED') = (return_reason IS NOT NULL)),
    CHECK ((return_reason IS NULL) = (return_text IS NULL))
);
CREATE INDEX held_filing_waiting ON held_filing (member_number) WHERE state = 'RECEIVED';
CREATE INDEX held_filing_by_time ON held_filing (filed_at, id) WHERE state <> 'PROCESSED';
CREATE INDEX ON held_filing (establishment_number, filed_at, id) WHERE state <> 'PROCESSED';

ALTER TABLE held_filing ENABLE ROW LEVEL SECURITY;
ALTER TABLE held_filing FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON held_filing FOR SELECT USING (may_file(establishment_number));
CREATE POLICY held ON held_filing FOR INSERT WITH CHECK (may_file(establishment_number) AND state = 'RECEIVED');
-- Once. An establishment takes back what it filed; all else is an officer's.
CREATE POLICY decided ON held_filing FOR UPDATE USING (may_file(establishment_number) AND state = 'RECEIVED')
    WITH CHECK (state = 'WITHDRAWN' OR current_setting('app.role', true) = 'officer');
GRANT SELECT, INSERT ON held_filing TO ${app_role};
GRANT UPDATE (state, decided_at, decided_by, return_reason, return_text) ON held_filing TO ${app_role};

-- Who decided that a filing takes effect: an officer, or the rules alone.
ALTER TABLE filing ADD COLUMN decided_at timestamptz, ADD COLUMN decided_by text;
ALTER TABLE filing NO FORCE ROW LEVEL SECURITY;
UPDATE filing SET decided_at = filed_at, decided_by = 'system';
ALTER TABLE filing FORCE ROW LEVEL SECURITY;
ALTER TABLE filing ALTER COLUMN decided_at SET NOT NULL, ALTER COLUMN decided_by SET NOT NULL;

-- The list of what was filed goes by the time of filing, decision notices by that of the decision.
CREATE INDEX ON filing (filed_at, id);
CREATE INDEX ON filing (establishment_number, filed_at, id);
CREATE INDEX ON filing (establishment_number, decided_at, id);
CREATE INDEX ON filing_file (uploaded_at, id);
DROP INDEX filing_establishment_number_idx; -- each of the longer ones begins with it
