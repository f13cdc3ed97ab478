-- People who may file for an establishment, by the user names of their tokens. A revision is added for each change of a
-- person's entry and the latest holds, so that who was on the list on which day can always be told.
CREATE TABLE filing_person (
    establishment_number text NOT NULL REFERENCES establishment,
    user_name            text NOT NULL CHECK (char_length(user_name) BETWEEN 1 AND 255),
    revision             integer NOT NULL CHECK (revision >= 1),
    name                 text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    role                 text NOT NULL CHECK (role IN ('CLERK', 'APPROVER', 'ADMINISTRATOR')),
    from_day             date NOT NULL,
    until_day            date,
    set_at               timestamptz NOT NULL,
    set_by               text NOT NULL,
    PRIMARY KEY (establishment_number, user_name, revision)
);

ALTER TABLE filing_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE filing_person FORCE ROW LEVEL SECURITY;
-- Not by may_see(): a consultant does not learn who works for those that delegated to it.
CREATE POLICY seen ON filing_person FOR SELECT
    USING (current_setting('app.role', true) IN ('officer', 'system')
        OR current_setting('app.role', true) = 'establishment'
           AND establishment_number = current_setting('app.establishment', true));
CREATE POLICY listed ON filing_person FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system')
        OR current_setting('app.role', true) = 'establishment'
           AND establishment_number = current_setting('app.establishment', true));
GRANT SELECT, INSERT ON filing_person TO ${app_role};
