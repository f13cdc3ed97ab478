-- A run reaches every open stream: its events, or its state, in a table of its own, which becomes a segment at its
-- close. Workers fill it chunk by chunk while appends go on; what was appended meanwhile is repaired.
create table run (
    id           bigint      primary key generated always as identity,
    public_id    uuid        not null unique,
    kind         text        not null,
    period       text        not null,
    correction   int         not null default 0 check (correction >= 0),
    -- What the kind's rules were asked for beyond the period; read by them alone.
    parameters   text,
    status       text        not null default 'OPEN' check (status in ('OPEN', 'COMPLETED', 'FAILED', 'ABANDONED')),
    segment      int,
    requested_by text        not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    completed_at timestamptz,
    done         bigint      not null default 0,
    total        bigint      not null default 0,
    events       bigint      not null default 0,
    amount       bigint      not null default 0,
    reason       text,
    check ((status = 'COMPLETED') = (completed_at is not null)),
    check ((status in ('FAILED', 'ABANDONED')) = (reason is not null))
);
create unique index run_once on run (kind, period, correction) where status in ('OPEN', 'COMPLETED');
create unique index run_one_open on run ((true)) where status = 'OPEN';

alter table segment add foreign key (run) references run;

-- The chunks of a run: whole members each, together all there can be, so that no stream opened later falls between.
-- A worker holds its chunk by the row's lock: when it dies the chunk is free again, and nothing of it is left.
create table run_chunk (
    run          bigint not null references run,
    number       int    not null,
    first_stream bigint not null,
    last_stream  bigint not null,
    -- What the chunk was computed from: an online row that this does not see has moved its stream since.
    snapshot     pg_snapshot,
    streams      bigint not null default 0,
    events       bigint not null default 0,
    amount       bigint not null default 0,
    value_from   date,
    value_until  date,
    primary key (run, number),
    check (first_stream <= last_stream)
);

-- The passes in which drafts of moved members were made again, and what each changed of the control totals. The newest
-- snapshot holds for all chunks.
create table run_repair (
    run         bigint      not null references run,
    pass        int         not null,
    snapshot    pg_snapshot not null,
    members     bigint      not null,
    streams     bigint      not null,
    events      bigint      not null,
    amount      bigint      not null,
    value_from  date,
    value_until date,
    primary key (run, pass)
);

-- Streams that a run's row closes. Known by the row's hash: a draft made again does not close by the one before.
create table run_leaving (
    run    bigint not null references run,
    stream bigint not null,
    hash   bytea  not null,
    primary key (run, stream, hash)
);

create function open_segment_of(of_run bigint) returns int language plpgsql set search_path = ledger, pg_temp as $$
declare
    number int;
begin
    select segment into number from run where id = of_run and status = 'OPEN' for update;
    if number is null then
        raise exception 'run % is not open or has no table', of_run using errcode = 'object_not_in_prerequisite_state';
    end if;
    if (select relispartition from pg_class where oid = format('journal_%s', number)::regclass) then
        raise exception 'the table of run % is in the journal', of_run
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    return number;
end $$;

-- The table of a run, made when the first worker comes; also removes those that failed runs have left: tables never
-- attached, which no reader has ever known.
create function open_run_table(of_run bigint) returns int
    language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    leftover regclass;
    number int;
begin
    select segment into number from run where id = of_run and status = 'OPEN' for update;
    if not found then
        raise exception 'run % is not open', of_run using errcode = 'object_not_in_prerequisite_state';
    end if;
    if number is not null then
        return number;
    end if;
    number := nextval('segment_number');
    update run set segment = number where id = of_run;
    for leftover in
        select oid::regclass from pg_class
        where relnamespace = 'ledger'::regnamespace and relkind = 'r' and not relispartition
            and relname ~ '^journal_[0-9]+$'
    loop
        execute format('drop table %s', leftover);
    end loop;
    -- Autovacuum would only come in between; its time is when the table belongs to the journal.
    execute format('create table journal_%1$s (like journal, constraint one_segment check (segment = %1$s))'
        ' with (autovacuum_enabled = off)', number);
    execute format('grant select, insert on journal_%s to ledger_app', number);
    return number;
end $$;

-- Building the key after the rows is cheaper than keeping it up while they come; only repairs come in after it.
create function seal_run_table(of_run bigint) returns void
    language plpgsql security definer set search_path = ledger, pg_temp set maintenance_work_mem = '256MB' as $$
declare
    number int := open_segment_of(of_run);
begin
    if exists (select from run_chunk where run = of_run and snapshot is null) then
        raise exception 'run % has chunks to fill', of_run using errcode = 'object_not_in_prerequisite_state';
    end if;
    if not exists (select from pg_constraint
                   where conrelid = format('journal_%s', number)::regclass and contype = 'p') then
        execute format('alter table journal_%s add primary key (stream, version, segment)', number);
        execute format('analyze journal_%s', number);
    end if;
end $$;

-- Takes the drafts of members out of a run's table, for better ones, and says what they were: no reader has known them.
-- The offset skips nothing; without it the planner would compare every row of the table to every member.
create function repair_run_table(
    of_run bigint, members bigint[], out streams bigint, out events bigint, out amount bigint)
    language plpgsql security definer set search_path = ledger, pg_temp set enable_seqscan = off as $$
begin
    execute format($delete$
        with gone as (
            delete from journal_%1$s where stream = any (array(
                select distinct draft.stream from unnest($1) as member (number)
                cross join lateral (
                    select stream from journal_%1$s
                    where stream between member.number * 10000 and member.number * 10000 + 9999 offset 0) as draft))
            returning journal_%1$s.stream, journal_%1$s.type, journal_%1$s.amount)
        select count(distinct stream), count(*) filter (where type <> 'CARRIED'), coalesce(sum(amount), 0) from gone
        $delete$, open_segment_of(of_run)) into streams, events, amount using members;
end $$;

-- Waits until no append is under way and holds new ones off to the transaction's end; (7101, 0) is their gate. What
-- comes before waits for nobody who holds it.
create function close_gate(of_run bigint) returns void
    language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
    perform open_segment_of(of_run);
    lock table journal in share update exclusive mode;
    perform pg_advisory_xact_lock(7101, 0);
end $$;

-- Makes the run's table the newest generation, closes the online segment and opens the next one, whose number it gives.
-- The dates are the value dates of the run's events and of the online segment's.
create function attach_run_table(
    of_run bigint, run_from date, run_until date, online_from date, online_until date) returns int
    language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    number int;
    next_online int;
begin
    perform close_gate(of_run);
    number := open_segment_of(of_run);
    execute format('revoke all on journal_%s from ledger_app', number);
    execute format('grant select on journal_%s to ledger_app', number);
    perform protect(format('journal_%s', number)::regclass, 'stream / 10000');
    execute format('alter table journal_%s reset (autovacuum_enabled)', number);
    execute format('alter table journal attach partition journal_%1$s for values in (%1$s)', number);
    insert into segment (id, kind, run, value_from, value_until) values (number, 'RUN', of_run, run_from, run_until);
    update segment set value_from = online_from, value_until = online_until
        where id = (select online_segment from head);
    next_online := open_online_segment();
    update head set online_segment = next_online, generation = number;
    return next_online;
end $$;

revoke all on function
    open_segment_of(bigint), open_run_table(bigint), seal_run_table(bigint), repair_run_table(bigint, bigint[]),
    close_gate(bigint), attach_run_table(bigint, date, date, date, date) from public;
grant execute on function
    open_run_table(bigint), seal_run_table(bigint), repair_run_table(bigint, bigint[]), close_gate(bigint),
    attach_run_table(bigint, date, date, date, date) to ledger_app;
grant select,
    insert (public_id, kind, period, correction, parameters, requested_by, requested_at),
    update (status, started_at, completed_at, done, total, events, amount, reason) on run to ledger_app;
grant select,
    insert (run, number, first_stream, last_stream),
    update (snapshot, streams, events, amount, value_from, value_until) on run_chunk to ledger_app;
grant select, insert on run_repair, run_leaving to ledger_app;
