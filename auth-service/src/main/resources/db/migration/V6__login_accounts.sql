-- An address that a member gave and has not confirmed yet.
CREATE TABLE email_change (
    member_number text        PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    address       text        NOT NULL CHECK (address ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$'
                                          AND char_length(address) BETWEEN 6 AND 255),
    language      text        NOT NULL CHECK (language IN ('JAPANESE', 'ENGLISH')),
    mail_id       uuid        NOT NULL REFERENCES mail,
    expires_at    timestamptz NOT NULL,
    token_hash    bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32)
);

-- Login IDs: reserved, registered, ended. One that ended stays taken, so that nobody comes to be somebody else.
CREATE TABLE login_account (
    id              uuid        PRIMARY KEY,
    member_number   text        NOT NULL CHECK (member_number ~ '^[0-9]{10}$'),
    login_id        text        NOT NULL CHECK (login_id ~ '^[A-Za-z0-9_.@+-]{6,80}$'),
    state           text        NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'REGISTERED', 'ENDED')),
    consent_version text,
    email           text,
    language        text        CHECK (language IN ('JAPANESE', 'ENGLISH')),
    replaces        uuid        REFERENCES login_account,
    opened_at       timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    submitted_at    timestamptz,
    ticket_hash     bytea       NOT NULL UNIQUE CHECK (length(ticket_hash) = 32),
    keycloak_id     text        UNIQUE,
    registered_at   timestamptz,
    closed_at       timestamptz,
    ended_at        timestamptz,
    CHECK ((email IS NULL) = (language IS NULL)),
    CHECK (state = 'DRAFT' OR email IS NULL),
    CHECK ((state = 'DRAFT') = (keycloak_id IS NULL)),
    CHECK ((state = 'DRAFT') = (registered_at IS NULL)),
    CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
    CHECK (consent_version IS NOT NULL OR replaces IS NOT NULL)
);
CREATE UNIQUE INDEX login_account_named ON login_account (lower(login_id));
CREATE UNIQUE INDEX login_account_of_member ON login_account (member_number) WHERE state = 'REGISTERED';
CREATE UNIQUE INDEX login_draft_of_member ON login_account (member_number) WHERE state = 'DRAFT';
CREATE INDEX login_draft_submitted ON login_account (submitted_at) WHERE state = 'DRAFT';

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['email_change', 'login_account'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', kept);
        EXECUTE format('CREATE POLICY own ON %I USING (current_setting(''app.role'', true) = ''system'')', kept);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO ${app_role}', kept);
    END LOOP;
END
$$;
CREATE POLICY himself ON email_change
    USING (current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true));
CREATE POLICY himself ON login_account FOR SELECT
    USING (current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true));
GRANT UPDATE (address, language, mail_id, expires_at, token_hash) ON email_change TO ${app_role};
GRANT UPDATE (state, consent_version, email, language, ticket_hash, expires_at, submitted_at, keycloak_id,
              registered_at, closed_at, ended_at)
    ON login_account TO ${app_role};
-- A member causes mails about himself, and sees what became of the one that his address waits for.
CREATE POLICY left_by_member ON mail FOR INSERT WITH CHECK (current_setting('app.role', true) = 'member');
CREATE POLICY waited_for ON mail FOR SELECT
    USING (current_setting('app.role', true) = 'member'
       AND EXISTS (SELECT FROM email_change WHERE mail_id = mail.id));
