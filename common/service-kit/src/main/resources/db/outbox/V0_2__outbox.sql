-- Sent in the order (xid, id), below the oldest transaction still running: a plain id order would lose rows whose
-- transaction commits after a later number was sent. Rows stay, so that a wiped topic can be written again.
CREATE TABLE outbox (
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id          bigint GENERATED ALWAYS AS IDENTITY,
    event_id    uuid NOT NULL,
    topic       text NOT NULL,
    partition   integer CHECK (partition >= 0),
    key         text NOT NULL,
    type        text NOT NULL,
    payload     text NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    PRIMARY KEY (xid, id),
    UNIQUE (event_id)
);
GRANT SELECT, INSERT ON outbox TO ${app_role};
