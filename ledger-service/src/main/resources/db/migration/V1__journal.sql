-- The event store. Everything here belongs to ledger_owner, which cannot log in; the service (ledger_app) reads and
-- appends. Events are never changed: no right to UPDATE, DELETE or TRUNCATE is given on them to anyone.

-- Which segments exist for a reader: a partition is known by its row here, never by being attached.
create table segment (
    id          int    primary key,
    kind        text   not null check (kind in ('ONLINE', 'RUN')),
    run         bigint unique,
    -- The value dates of the events inside, so that a history need not look where nothing can be; open while
    -- appended to.
    value_from  date,
    value_until date,
    check ((kind = 'RUN') = (run is not null))
);

create sequence segment_number as int;

-- The online segment takes appends; the generation is the newest run's segment, with a row for every open stream.
create table head (
    only_row       boolean primary key default true check (only_row),
    online_segment int not null references segment,
    generation     int references segment
);

-- Wide columns stand last, so that the fixed ones are read at fixed offsets. id and xid order the online rows for the
-- relay; a run's rows have none, their order is the stream's.
create sequence journal_id;
create table journal (
    stream      bigint      not null,
    amount      bigint      not null,
    balance     bigint      not null,
    recorded_at timestamptz not null,
    version     int         not null,
    segment     int         not null,
    value_date  date        not null,
    type        text        not null,
    hash        bytea       not null,
    state       bytea       not null,
    payload     bytea       not null,
    id          bigint      default nextval('journal_id'),
    xid         xid8        default pg_current_xact_id(),
    primary key (stream, version, segment)
) partition by list (segment);

-- Ids are computed: accounts member number * 10,000 + plan * 1,000 + ordinal; a member's own stream, with the facts on
-- record, its number * 10,000; a year's statement 5,000 + the fiscal year - 1900 beside it, quotes 9,000; rates the
-- fiscal year; runs their negative id; all seals -1,000,000,000,000; bills -2,000,000,000,000 - their id; the close of
-- a year -3,000,000,000,000 - the fiscal year.
create table stream (
    id             bigint primary key,
    kind           text   not null,
    natural_key    text   not null,
    open_from      date   not null,
    open_until     date,
    -- Where the last event of a stream lies that is not in the generations: of members' own ones always.
    closed_segment int,
    unique (kind, natural_key),
    check (kind = case when id < -3000000000000 then 'YEAR' when id < -2000000000000 then 'BILL'
                       when id = -1000000000000 then 'SEAL' when id < 0 then 'RUN' when id < 10000 then 'RATE'
                       when id % 10000 = 0 then 'MEMBER' when id % 10000 < 5000 then 'ACCOUNT'
                       when id % 10000 < 9000 then 'STATEMENT' else 'QUOTE' end),
    check ((open_until is null) = (closed_segment is null))
);
create index stream_closed on stream (closed_segment) where closed_segment is not null;

-- Settings are read once per statement (as initplans), so a policy costs a row one comparison. Unset means denied.
create function protect(rows_of regclass, member_of text) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security, force row level security', rows_of);
    execute format($policy$
        create policy readers on %s for select using (
            (select current_setting('app.role', true) in ('officer', 'system'))
            or %s = (select case when current_setting('app.role', true) = 'member'
                                 then nullif(current_setting('app.member', true), '')::bigint end))
        $policy$, rows_of, member_of);
    execute format($policy$
        create policy writers on %s for insert with check (
            (select current_setting('app.role', true) in ('officer', 'system')))
        $policy$, rows_of);
end $$;

do $$ begin
    perform protect('journal', 'stream / 10000');
    perform protect('stream', 'id / 10000');
end $$;
create policy changers on stream for update using (
    (select current_setting('app.role', true) in ('officer', 'system')));

-- The next segment for appends; its extra index is the relay's order.
create function open_online_segment() returns int language plpgsql as $$
declare
    number int := nextval('segment_number');
begin
    execute format('create table journal_%1$s (like journal including defaults including indexes,'
        ' constraint one_segment check (segment = %1$s))', number);
    execute format('create index journal_%1$s_relay on journal_%1$s (xid, id)', number);
    perform protect(format('journal_%s', number)::regclass, 'stream / 10000');
    execute format('grant select on journal_%s to ledger_app', number);
    execute format('alter table journal attach partition journal_%1$s for values in (%1$s)', number);
    insert into segment (id, kind) values (number, 'ONLINE');
    return number;
end $$;

insert into head (online_segment) values (open_online_segment());

revoke all on function protect(regclass, text), open_online_segment() from public;
grant usage on schema ledger to ledger_app;
grant select, insert on journal to ledger_app;
grant usage on sequence journal_id to ledger_app;
grant select, insert, update (open_until, closed_segment) on stream to ledger_app;
grant select on segment, head to ledger_app;
