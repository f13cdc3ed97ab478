-- Runs as the schema's owner. The application's role gets what each table needs and no more.

-- One answer per caller and key, written in the command's own transaction.
CREATE TABLE idempotency_record (
    caller       text        NOT NULL,
    key          text        NOT NULL CHECK (key ~ '^[!-~]{1,255}$'),
    operation    text        NOT NULL,
    request_hash bytea       NOT NULL CHECK (length(request_hash) = 32),
    status       integer     NOT NULL CHECK (status BETWEEN 200 AND 299),
    location     text,
    body         text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
GRANT SELECT, INSERT ON idempotency_record TO ${app_role};

-- How far the relay has sent. The position is its source's own text; era rises when the database goes back in time.
CREATE TABLE relay_cursor (
    name     text        PRIMARY KEY,
    era      integer     NOT NULL DEFAULT 1 CHECK (era > 0),
    position text        NOT NULL,
    moved_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON relay_cursor TO ${app_role};
GRANT UPDATE (position, moved_at) ON relay_cursor TO ${app_role};

-- Events that took effect here, so that a second delivery has none.
CREATE TABLE received_event (
    source      text        NOT NULL,
    id          text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
);
GRANT SELECT, INSERT ON received_event TO ${app_role};

-- Events that could not be processed, each with all later ones of its key, until an officer has them retried.
CREATE TABLE parked_event (
    id           uuid        PRIMARY KEY,
    position     bigint      GENERATED ALWAYS AS IDENTITY,
    topic        text        NOT NULL,
    "partition"  integer     NOT NULL,
    "offset"     bigint      NOT NULL,
    key          text        NOT NULL,
    source       text        NOT NULL,
    event_id     text        NOT NULL,
    type         text        NOT NULL,
    headers      jsonb       NOT NULL,
    value        bytea       NOT NULL,
    reason       text        NOT NULL,
    detail       text        NOT NULL,
    parked_at    timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 1,
    released_at  timestamptz,
    released_by  text,
    -- With the names, since offsets begin again when a broker's data is lost.
    UNIQUE (topic, "partition", "offset", source, event_id),
    CHECK ((released_at IS NULL) = (released_by IS NULL))
);
CREATE INDEX parked_event_waiting ON parked_event (topic, key, position) WHERE released_at IS NULL;
GRANT SELECT, INSERT ON parked_event TO ${app_role};
GRANT UPDATE (reason, detail, attempts, released_at, released_by) ON parked_event TO ${app_role};

-- Who changed what, and who saw what about whom; told by whoever calls of himself alone, and never changed.
CREATE TABLE audit_entry (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL,
    caller        text        NOT NULL,
    role          text        NOT NULL,
    establishment text,
    consultant    text,
    operation     text        NOT NULL,
    members       text[]      NOT NULL,
    status        integer     NOT NULL CHECK (status BETWEEN 200 AND 499)
);
CREATE INDEX audit_entry_about ON audit_entry USING gin (members);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY told ON audit_entry FOR SELECT
    USING (current_setting('app.role', true) = 'officer'
        OR (current_setting('app.role', true) = 'member' AND current_setting('app.member', true) = ANY (members)));
CREATE POLICY own ON audit_entry FOR INSERT
    WITH CHECK (caller = current_setting('app.caller', true) AND role = current_setting('app.role', true)
        AND coalesce(establishment, '') = current_setting('app.establishment', true)
        AND coalesce(consultant, '') = current_setting('app.consultant', true));
GRANT SELECT, INSERT ON audit_entry TO ${app_role};
