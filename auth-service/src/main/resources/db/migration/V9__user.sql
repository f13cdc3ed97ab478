-- Officers and the people of employers and consultants, for ever: an ended user's login ID is nobody else's.
CREATE TABLE user_account (
    id          uuid PRIMARY KEY,
    realm       text NOT NULL,
    login_id    text NOT NULL CHECK (login_id = lower(login_id)),
    kind        text NOT NULL,
    number      text NOT NULL,
    family_name text NOT NULL,
    given_name  text NOT NULL,
    -- Until Keycloak knows him the row reserves the login ID, and nobody sees it.
    keycloak_id text UNIQUE,
    UNIQUE (realm, login_id),
    CHECK (CASE kind WHEN 'officer' THEN realm = 'fund' AND number = ''
                     WHEN 'establishment' THEN realm = 'employer' AND number ~ '^[0-9]{7}$'
                     WHEN 'consultant' THEN realm = 'employer' AND number ~ '^[0-9]{8}$'
                     ELSE false END)
);
CREATE INDEX user_account_of_party ON user_account (kind, number);

-- What became of each: the newest version holds.
CREATE TABLE user_version (
    user_id uuid        NOT NULL REFERENCES user_account,
    number  integer     NOT NULL CHECK (number > 0),
    step    text        NOT NULL CHECK (step IN ('CREATED', 'SUSPENDED', 'REINSTATED', 'ENDED', 'ROLES_SET')),
    state   text        NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED', 'ENDED')),
    roles   text[]      NOT NULL CHECK (cardinality(roles) > 0),
    at      timestamptz NOT NULL,
    by      text        NOT NULL,
    PRIMARY KEY (user_id, number),
    CHECK ((number = 1) = (step = 'CREATED'))
);

ALTER TABLE user_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_account FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON user_account
    USING (current_setting('app.role', true) = 'officer') WITH CHECK (current_setting('app.role', true) = 'officer');
ALTER TABLE user_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_version FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON user_version
    USING (current_setting('app.role', true) = 'officer')
    WITH CHECK (current_setting('app.role', true) = 'officer' AND by = current_setting('app.caller', true));
GRANT SELECT, INSERT ON user_account, user_version TO ${app_role};
GRANT UPDATE (kind, number, family_name, given_name, keycloak_id) ON user_account TO ${app_role};

-- Who ends somebody's access ends his sessions in the same transaction. To find them is to see them.
CREATE POLICY found_to_end ON edge_session FOR SELECT
    USING (current_setting('app.role', true) = 'officer' AND realm <> 'member');
CREATE POLICY ended ON edge_session FOR DELETE
    USING (current_setting('app.role', true) = 'officer' AND realm <> 'member');
