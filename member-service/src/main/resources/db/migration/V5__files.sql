-- Files of employers: what was sent, by whom, and what became of each row.

-- What the layouts of the pension service name establishments and people by.
ALTER TABLE establishment
    ADD COLUMN prefecture             text CHECK (prefecture ~ '^[0-9]{2}$'),
    ADD COLUMN municipality           text CHECK (char_length(municipality) BETWEEN 1 AND 2),
    ADD COLUMN office_symbol          text CHECK (char_length(office_symbol) BETWEEN 1 AND 8),
    ADD COLUMN filings_need_approval  boolean NOT NULL DEFAULT false,
    ADD CHECK (num_nulls(prefecture, municipality, office_symbol) IN (0, 3));

CREATE TABLE filing_file (
    id                   uuid PRIMARY KEY,
    receipt_number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    establishment_number text NOT NULL REFERENCES establishment,
    sha256               bytea NOT NULL CHECK (length(sha256) = 32),
    mode                 text NOT NULL CHECK (mode IN ('ALL_OR_NOTHING', 'ROW_BY_ROW')),
    channel              text NOT NULL CHECK (channel IN ('PAPER', 'DATA')),
    received_on          date NOT NULL,
    uploaded_at          timestamptz NOT NULL,
    uploaded_by          text NOT NULL,
    by_officer           boolean NOT NULL, -- what an officer sends is decided by that
    -- Known once all of it has been read, in the same transaction.
    kind                 text CHECK (kind IN ('OURS', 'SHFD0006', 'KNFD0006')),
    character_set        text CHECK (character_set IN ('UTF_8', 'WINDOWS_31J')),
    rows                 integer NOT NULL DEFAULT 0,
    forms_not_ours       jsonb NOT NULL DEFAULT '{}',
    state                text NOT NULL CHECK (state IN ('RECEIVED', 'AWAITING_APPROVAL', 'AWAITING_DECISION',
                                                        'PROCESSED', 'RETURNED', 'WITHDRAWN')),
    processed            integer NOT NULL DEFAULT 0,
    not_applicable       integer NOT NULL DEFAULT 0,
    returned             integer NOT NULL DEFAULT 0,
    decided_to           bigint NOT NULL DEFAULT 0, -- the line up to which no row waits
    finished_at          timestamptz,
    settled_by           text,
    settled_at           timestamptz,
    CHECK (processed + not_applicable + returned <= rows),
    CHECK (processed + not_applicable + returned = rows OR state NOT IN ('PROCESSED', 'RETURNED')),
    CHECK ((finished_at IS NOT NULL) = (state IN ('PROCESSED', 'RETURNED', 'WITHDRAWN'))),
    -- Who approved or withdrew it.
    CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
    CHECK (state <> 'AWAITING_APPROVAL' OR settled_by IS NULL),
    -- Four eyes: whoever sent a file does not approve it. To withdraw it, one pair is enough.
    CHECK (state = 'WITHDRAWN' OR settled_by <> uploaded_by)
);
-- The same file again is the same receipt, unless nothing came of the first.
CREATE UNIQUE INDEX filing_file_once ON filing_file (establishment_number, sha256)
    WHERE state NOT IN ('RETURNED', 'WITHDRAWN');
CREATE INDEX filing_file_by_establishment ON filing_file (establishment_number, receipt_number);
CREATE INDEX filing_file_open ON filing_file (establishment_number, receipt_number) WHERE state = 'RECEIVED';

ALTER TABLE filing_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_file FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON filing_file FOR SELECT USING (may_file(establishment_number));
CREATE POLICY sent ON filing_file FOR INSERT WITH CHECK (may_file(establishment_number));
CREATE POLICY settled ON filing_file FOR UPDATE USING (may_file(establishment_number));
GRANT SELECT, INSERT ON filing_file TO ${app_role};
GRANT UPDATE (kind, character_set, rows, forms_not_ours, state, processed, not_applicable, returned, decided_to,
              finished_at, settled_by, settled_at) ON filing_file TO ${app_role};

-- COPY FROM is refused under row-level security, and copying twice costs twice. So the service may only add rows here;
-- it sees and settles them through the view, which shows those of the files that the caller may see.
CREATE TABLE filed_row_kept (
    file          uuid NOT NULL,
    line          bigint NOT NULL CHECK (line > 0),
    type          text,
    state         text NOT NULL CHECK (state IN ('RECEIVED', 'PROCESSED', 'NOT_APPLICABLE', 'RETURNED')),
    -- JSON as it is written: nobody searches in it, and to make jsonb of it takes longer than to store it.
    content       json, -- as it was read
    items         json, -- as it was filed, in the file's order
    reasons       json,
    notes         json,
    filing_id     uuid,
    member_number text,
    decided_at    timestamptz,
    decided_by    text,
    held          uuid, -- under which an officer decides, or has decided, on it
    PRIMARY KEY (file, line),
    CHECK ((content IS NULL) = (type IS NULL) AND (content IS NULL) = (items IS NULL)),
    CHECK (content IS NOT NULL OR state = 'RETURNED'),
    CHECK ((state = 'PROCESSED') = (filing_id IS NOT NULL)),
    CHECK (filing_id IS NULL OR member_number IS NOT NULL),
    CHECK ((state IN ('NOT_APPLICABLE', 'RETURNED') OR state = 'RECEIVED' AND held IS NOT NULL)
        = (reasons IS NOT NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX filed_row_filing ON filed_row_kept (filing_id) WHERE filing_id IS NOT NULL;
CREATE UNIQUE INDEX filed_row_held ON filed_row_kept (held) WHERE held IS NOT NULL;

CREATE VIEW filed_row WITH (security_barrier) AS
    -- Not EXISTS: that would be answered by a list of all files, made anew for each row that is settled.
    SELECT * FROM filed_row_kept r WHERE (SELECT true FROM filing_file f WHERE f.id = r.file);

-- The rows of one statement are those of a file of the caller.
CREATE FUNCTION rows_are_of_own_file() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT file FROM added) AS a
                WHERE NOT EXISTS (SELECT FROM filing_file f WHERE f.id = a.file)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'rows of a file that the caller may not see';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER of_own_file AFTER INSERT ON filed_row_kept
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION rows_are_of_own_file();

GRANT INSERT ON filed_row_kept TO ${app_role};
GRANT SELECT, UPDATE (state, content, reasons, filing_id, member_number, decided_at, decided_by, held) ON filed_row
    TO ${app_role};
