-- What the ledger has prepared, as it was published. A notice is made from it whenever it is opened: it never changes.
CREATE TABLE statement (
    fiscal_year   integer NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2999),
    member_number text    NOT NULL CHECK (member_number ~ '^[0-9]{10}$'),
    payload       text    NOT NULL,
    PRIMARY KEY (fiscal_year, member_number)
);

-- Statements that no message has been made of yet. A row leaves in the transaction that makes the message: what is
-- interrupted anywhere finds here what is left, and what arrives late is found as well.
CREATE TABLE unpublished_statement (
    fiscal_year   integer NOT NULL,
    member_number text    NOT NULL,
    PRIMARY KEY (fiscal_year, member_number),
    FOREIGN KEY (fiscal_year, member_number) REFERENCES statement
);

-- The end of a statement run, as each partition of ledger.events brings it behind the run's statements.
CREATE TABLE statement_run (
    fiscal_year integer     NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2999),
    "partition" integer     NOT NULL CHECK ("partition" >= 0),
    run_id      uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (fiscal_year, "partition")
);
