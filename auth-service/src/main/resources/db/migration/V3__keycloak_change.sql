-- What is to become so in Keycloak, written in the transaction of the fact that it follows from.
CREATE TABLE keycloak_change (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    realm           text        NOT NULL CHECK (realm IN ('member', 'employer', 'fund')),
    user_id         text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('BIRTH_DATE', 'ENABLED', 'DISABLED', 'REMOVED', 'ROLES')),
    value           text        NOT NULL,
    cause           text        NOT NULL,
    written_at      timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL,
    applied_at      timestamptz
);
CREATE INDEX keycloak_change_waiting ON keycloak_change (realm, user_id, id) WHERE applied_at IS NULL;
ALTER TABLE keycloak_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE keycloak_change FORCE ROW LEVEL SECURITY;
CREATE POLICY made ON keycloak_change
    USING (current_setting('app.role', true) = 'system') WITH CHECK (current_setting('app.role', true) = 'system');
CREATE POLICY left_by_officer ON keycloak_change FOR INSERT
    WITH CHECK (current_setting('app.role', true) = 'officer');
GRANT SELECT, INSERT ON keycloak_change TO ${app_role};
GRANT UPDATE (attempts, next_attempt_at, applied_at) ON keycloak_change TO ${app_role};
