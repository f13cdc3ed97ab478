-- Seals: after a seal nobody can change a row it covers, or one before it in its stream, unnoticed. The row hashes
-- chain within a stream, a seal's root covers the newest hash of each stream, and seals chain by their hashes.
create table seal (
    number    bigint      primary key check (number > 0),
    kind      text        not null check (kind in ('RUN', 'DAY')),
    run_id    uuid,
    period    text        not null,
    segment   int         not null references segment,
    -- Of an online segment: the rows of the transactions from one number to below another; null is the segment's end.
    from_xid  bigint      not null,
    until_xid bigint,
    streams   bigint      not null,
    root      bytea       not null check (length(root) = 32),
    previous  bytea       not null check (length(previous) = 32),
    hash      bytea       not null unique check (length(hash) = 32),
    sealed_at timestamptz not null,
    unique (segment, from_xid),
    check ((kind = 'RUN') = (run_id is not null)),
    check (kind = 'DAY' or (from_xid = 0 and until_xid is null)),
    check (from_xid < until_xid)
);

-- What a root is made of, by blocks of 10,000 member numbers: names the members among whom a stream is missing.
create table seal_block (
    seal    bigint not null references seal,
    block   bigint not null,
    streams bigint not null check (streams > 0),
    root    bytea  not null check (length(root) = 32),
    primary key (seal, block)
);

-- A verification that was asked for, and what it found.
create table verification (
    id           uuid        primary key,
    run_id       uuid,
    -- The seals as somebody kept them, to be held against what is here: {"number": "hash", …}.
    published    text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    status       text        not null default 'OPEN' check (status in ('OPEN', 'CLEAN', 'DIFFERENT', 'FAILED')),
    done         int         not null default 0,
    total        int         not null default 0,
    events       bigint      not null default 0,
    findings     bigint      not null default 0,
    completed_at timestamptz,
    reason       text,
    check ((status = 'OPEN') = (completed_at is null)),
    check ((status = 'FAILED') = (reason is not null))
);
create index verification_open on verification (requested_at) where status = 'OPEN';

-- The first of the findings; the verification counts them all.
create table verification_finding (
    verification uuid   not null references verification,
    place        int    not null,
    kind         text   not null,
    seal         bigint,
    block        bigint,
    stream       bigint,
    version      int,
    expected     text   not null,
    found        text   not null,
    primary key (verification, place)
);

do $$ begin
    perform protect('seal', 'null::bigint');
    perform protect('seal_block', 'null::bigint');
    perform protect('verification', 'null::bigint');
    perform protect('verification_finding', 'null::bigint');
end $$;
create policy changers on verification for update using (
    (select current_setting('app.role', true) in ('officer', 'system')));

grant select, insert on seal, seal_block, verification_finding to ledger_app;
grant select, insert (id, run_id, published, requested_by, requested_at),
    update (status, done, total, events, findings, completed_at, reason) on verification to ledger_app;
