-- Months close in order: each but the first follows the month before it.
CREATE TABLE month_closing (
    month     date PRIMARY KEY CHECK (extract(day FROM month) = 1),
    follows   date UNIQUE REFERENCES month_closing,
    closed_at timestamptz NOT NULL,
    closed_by text NOT NULL,
    CHECK (month = follows + interval '1 month')
);
CREATE UNIQUE INDEX one_first_month ON month_closing ((true)) WHERE follows IS NULL;

-- Told by the ledger; it may even precede our own row, when this database was put back in time.
CREATE TABLE contribution_run (
    month        date PRIMARY KEY CHECK (extract(day FROM month) = 1),
    run_id       uuid NOT NULL UNIQUE,
    completed_at timestamptz NOT NULL
);

-- Sent in the order (xid, id), below the oldest transaction still running: a plain id order would lose rows whose
-- transaction commits after a later number was sent. Rows stay, so that a wiped topic can be written again.
CREATE TABLE outbox (
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id          bigint GENERATED ALWAYS AS IDENTITY,
    event_id    uuid NOT NULL,
    topic       text NOT NULL,
    partition   integer CHECK (partition >= 0),
    key         text NOT NULL,
    type        text NOT NULL,
    payload     text NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    PRIMARY KEY (xid, id),
    UNIQUE (event_id)
);
