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
