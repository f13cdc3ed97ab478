CREATE TABLE trial (
    id                   uuid PRIMARY KEY,
    establishment_number text NOT NULL,
    name                 text NOT NULL
);
ALTER TABLE trial ENABLE ROW LEVEL SECURITY;
ALTER TABLE trial FORCE ROW LEVEL SECURITY;
CREATE POLICY trial_scope ON trial
    USING (current_setting('app.role', true) IN ('officer', 'system')
           OR (current_setting('app.role', true) = 'establishment'
               AND establishment_number = current_setting('app.establishment', true)));
GRANT SELECT, INSERT ON trial TO ${app_role};

CREATE TABLE trial_key (
    key  text    PRIMARY KEY,
    last integer NOT NULL
);
CREATE TABLE trial_outbox (
    id          bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid         xid8    NOT NULL DEFAULT pg_current_xact_id(),
    key         text    NOT NULL,
    "partition" integer,
    sequence    integer NOT NULL
);
CREATE INDEX trial_outbox_order ON trial_outbox (xid, id);
GRANT SELECT ON trial_outbox TO ${app_role};

-- No uniqueness: a second effect of one event must be seen, not refused.
CREATE TABLE trial_effect (
    position bigint  GENERATED ALWAYS AS IDENTITY,
    event_id text    NOT NULL,
    key      text    NOT NULL,
    number   integer NOT NULL,
    role     text    NOT NULL
);
GRANT SELECT, INSERT ON trial_effect TO ${app_role};

-- What goes wrong for a key, while it stands here: 'refused' or 'away'.
CREATE TABLE trial_trouble (
    key     text PRIMARY KEY,
    trouble text NOT NULL
);
GRANT SELECT ON trial_trouble TO ${app_role};

-- Fails at the commit and not before.
CREATE FUNCTION trial_refuse_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'not to be committed';
END
$$;
CREATE CONSTRAINT TRIGGER trial_uncommittable
    AFTER INSERT ON trial DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.name = 'uncommittable') EXECUTE FUNCTION trial_refuse_commit();
