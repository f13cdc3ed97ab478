-- One address a member: what was given last holds. It is told on auth.contact, in the order in which it was recorded.
CREATE TABLE member_contact (
    member_number text        PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    email         text        NOT NULL CHECK (email ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$'
                                        AND char_length(email) BETWEEN 6 AND 255),
    language      text        NOT NULL CHECK (language IN ('JAPANESE', 'ENGLISH')),
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL
);
ALTER TABLE member_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_contact FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON member_contact FOR SELECT
    USING (current_setting('app.role', true) IN ('officer', 'system')
        OR current_setting('app.role', true) = 'member' AND member_number = current_setting('app.member', true));
CREATE POLICY recorded ON member_contact FOR INSERT
    WITH CHECK (current_setting('app.role', true) IN ('officer', 'system'));
CREATE POLICY replaced ON member_contact FOR UPDATE
    USING (current_setting('app.role', true) IN ('officer', 'system'));
GRANT SELECT, INSERT ON member_contact TO ${app_role};
GRANT UPDATE (email, language, recorded_at, recorded_by) ON member_contact TO ${app_role};
