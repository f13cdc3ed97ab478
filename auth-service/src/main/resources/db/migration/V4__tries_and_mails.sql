-- Tries that were let through, counted over a window; forgotten within the hour.
CREATE TABLE counted_try (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    limit_name text        NOT NULL,
    subject    text        NOT NULL,
    tried_at   timestamptz NOT NULL
);
CREATE INDEX ON counted_try (limit_name, subject, tried_at);
CREATE INDEX ON counted_try (tried_at);

-- Mails with a link or about a change. What opens something is encrypted, and gone with the address once it was sent.
CREATE TABLE mail (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL,
    address         text,
    language        text        NOT NULL CHECK (language IN ('JAPANESE', 'ENGLISH')),
    opening         bytea,
    status          text        NOT NULL DEFAULT 'WAITING' CHECK (status IN ('WAITING', 'SENT', 'REFUSED')),
    queued_at       timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    smtp_code       integer,
    settled_at      timestamptz,
    CHECK ((status = 'WAITING') = (settled_at IS NULL)),
    CHECK ((status = 'WAITING') = (address IS NOT NULL)),
    CHECK (status = 'WAITING' OR opening IS NULL)
);
CREATE INDEX mail_waiting ON mail (next_attempt_at) WHERE status = 'WAITING';

-- Nobody is known yet where these are used: the service itself counts and sends.
ALTER TABLE counted_try ENABLE ROW LEVEL SECURITY;
ALTER TABLE counted_try FORCE ROW LEVEL SECURITY;
CREATE POLICY counted ON counted_try
    USING (current_setting('app.role', true) = 'system') WITH CHECK (current_setting('app.role', true) = 'system');
GRANT SELECT, INSERT, DELETE ON counted_try TO ${app_role};
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
CREATE POLICY sent ON mail
    USING (current_setting('app.role', true) = 'system') WITH CHECK (current_setting('app.role', true) = 'system');
GRANT SELECT, INSERT ON mail TO ${app_role};
GRANT UPDATE (address, opening, status, attempts, next_attempt_at, smtp_code, settled_at) ON mail TO ${app_role};
