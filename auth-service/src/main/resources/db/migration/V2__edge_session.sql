-- One row a signed-in browser. The id itself is in the browser's cookie alone; the tokens are encrypted with a key that
-- the database never sees. A session is over when its row is gone, on every instance at once.
CREATE TABLE edge_session (
    id_hash          bytea       PRIMARY KEY CHECK (length(id_hash) = 32),
    realm            text        NOT NULL CHECK (realm IN ('member', 'fund')),
    subject          text        NOT NULL,
    member_number    text        CHECK (member_number ~ '^[0-9]{10}$'),
    name             text,
    keycloak_session text        NOT NULL,
    csrf_token       text        NOT NULL,
    tokens           bytea       NOT NULL,
    token_ends_at    timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    last_used_at     timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL,
    CHECK ((realm = 'member') = (member_number IS NOT NULL)),
    CHECK (created_at <= last_used_at AND created_at < ends_at)
);
CREATE INDEX ON edge_session (realm, subject);
CREATE INDEX ON edge_session (ends_at);
CREATE INDEX ON edge_session (last_used_at);

-- Only the service itself looks here, before anybody is known: no caller of the API has a way to a session's row.
ALTER TABLE edge_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE edge_session FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON edge_session
    USING (current_setting('app.role', true) = 'system')
    WITH CHECK (current_setting('app.role', true) = 'system');
GRANT SELECT, INSERT, DELETE ON edge_session TO ${app_role};
GRANT UPDATE (tokens, token_ends_at, last_used_at) ON edge_session TO ${app_role};
