-- Every ask for a way back, of nobody where nobody was matched; taken away when it has been answered.
CREATE TABLE recovery_ask (
    id            uuid        PRIMARY KEY,
    member_number text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('LOGIN_ID', 'PASSWORD')),
    asked_at      timestamptz NOT NULL
);
CREATE INDEX ON recovery_ask (asked_at);
-- What a mail's link or a letter's code opens, once.
CREATE TABLE recovery (
    id            uuid        PRIMARY KEY,
    member_number text        NOT NULL CHECK (member_number ~ '^[0-9]{10}$'),
    kind          text        NOT NULL CHECK (kind IN ('LOGIN_ID', 'PASSWORD', 'ANY')),
    secret_hash   bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    opened_at     timestamptz NOT NULL,
    opened_by     text        NOT NULL,
    expires_at    timestamptz NOT NULL CHECK (expires_at > opened_at),
    used_at       timestamptz
);
CREATE INDEX ON recovery (member_number, kind) WHERE used_at IS NULL;
-- Members who wait for a letter.
CREATE TABLE recovery_request (
    member_number text        PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    asked_at      timestamptz NOT NULL
);

ALTER TABLE recovery_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_ask FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON recovery_ask USING (current_setting('app.role', true) = 'system');
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_ask TO ${app_role};
ALTER TABLE recovery ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery FORCE ROW LEVEL SECURITY;
CREATE POLICY opened ON recovery USING (current_setting('app.role', true) IN ('system', 'officer'));
GRANT SELECT, INSERT ON recovery TO ${app_role};
GRANT UPDATE (used_at) ON recovery TO ${app_role};
ALTER TABLE recovery_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_request FORCE ROW LEVEL SECURITY;
CREATE POLICY asked ON recovery_request USING (current_setting('app.role', true) IN ('system', 'officer'));
GRANT SELECT, INSERT, DELETE ON recovery_request TO ${app_role};
-- An officer makes a code for who has a login ID.
CREATE POLICY looked_up ON login_account FOR SELECT USING (current_setting('app.role', true) = 'officer');
