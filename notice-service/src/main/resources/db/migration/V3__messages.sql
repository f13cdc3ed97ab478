CREATE TABLE publication (
    id           uuid        PRIMARY KEY,
    fiscal_year  integer     NOT NULL UNIQUE,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    completed_at timestamptz
);

-- The name is the one that was known when the notice was issued; with the statement it makes the notice again.
CREATE TABLE message (
    id            uuid        PRIMARY KEY,
    member_number text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('BALANCE_NOTICE')),
    fiscal_year   integer     NOT NULL REFERENCES publication (fiscal_year),
    name          text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    delivered_at  timestamptz NOT NULL,
    read_at       timestamptz CHECK (read_at >= delivered_at),
    UNIQUE (fiscal_year, member_number, kind),
    FOREIGN KEY (fiscal_year, member_number) REFERENCES statement
);
CREATE INDEX message_of_member ON message (member_number, delivered_at DESC, id DESC);

-- One mail for each message. The address is not here: it is looked up when the mail goes, so that it is erased once.
CREATE TABLE mail (
    id              uuid        PRIMARY KEY,
    message_id      uuid        NOT NULL UNIQUE REFERENCES message,
    member_number   text        NOT NULL,
    fiscal_year     integer     NOT NULL,
    status          text        NOT NULL DEFAULT 'WAITING' CHECK (status IN ('WAITING', 'SENT', 'UNDELIVERABLE')),
    queued_at       timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    smtp_code       integer,
    settled_at      timestamptz,
    CHECK ((status = 'WAITING') = (settled_at IS NULL))
);
CREATE INDEX mail_waiting ON mail (next_attempt_at) WHERE status = 'WAITING';
CREATE INDEX mail_of_year ON mail (fiscal_year, status);
