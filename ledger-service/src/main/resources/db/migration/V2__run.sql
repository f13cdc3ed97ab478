-- A run reaches every open stream once: one row per stream in a table of its own, which becomes a segment at its close.
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

create function open_segment_of(of_run bigint) returns int language plpgsql set search_path = ledger, pg_temp as $$
declare
    number int;
begin
    select segment into number from run where id = of_run and status = 'OPEN' for update;
    if number is null then
        raise exception 'run % is not open or has no table', of_run using errcode = 'object_not_in_prerequisite_state';
    end if;
    return number;
end $$;

-- Makes the table of a run, and removes those that an interrupted or failed run has left: tables never attached, which
-- no reader has ever known.
create function open_run_table(of_run bigint) returns int
    language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    leftover regclass;
    number int := nextval('segment_number');
begin
    update run set segment = number where id = of_run and status = 'OPEN';
    if not found then
        raise exception 'run % is not open', of_run using errcode = 'object_not_in_prerequisite_state';
    end if;
    for leftover in
        select oid::regclass from pg_class
        where relnamespace = 'ledger'::regnamespace and relkind = 'r' and not relispartition
            and relname ~ '^journal_[0-9]+$'
    loop
        execute format('drop table %s', leftover);
    end loop;
    -- Written once and vacuumed by the run itself; autovacuum would only come in between.
    execute format('create table journal_%1$s (like journal, constraint one_segment check (segment = %1$s))'
        ' with (autovacuum_enabled = off)', number);
    execute format('grant select, insert, maintain on journal_%s to ledger_app', number);
    return number;
end $$;

-- Building the key after the rows is cheaper than keeping it up while they come; no row comes in after it.
create function seal_run_table(of_run bigint) returns void
    language plpgsql security definer set search_path = ledger, pg_temp set maintenance_work_mem = '256MB' as $$
declare
    number int := open_segment_of(of_run);
begin
    execute format('revoke insert on journal_%s from ledger_app', number);
    execute format('alter table journal_%s add primary key (stream, version, segment)', number);
end $$;

-- Makes the run's table the newest generation, closes the online segment and opens the next one, whose number it gives.
-- The dates are the value dates of the run's events and of the online segment's; (7101, 0) is the gate of the appends.
create function attach_run_table(
    of_run bigint, run_from date, run_until date, online_from date, online_until date) returns int
    language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    number int;
    next_online int;
begin
    lock table journal in share update exclusive mode;
    perform pg_advisory_xact_lock(7101, 0);
    number := open_segment_of(of_run);
    execute format('revoke all on journal_%s from ledger_app', number);
    execute format('grant select on journal_%s to ledger_app', number);
    perform protect(format('journal_%s', number)::regclass, 'stream / 10000');
    execute format('alter table journal attach partition journal_%1$s for values in (%1$s)', number);
    insert into segment (id, kind, run, value_from, value_until) values (number, 'RUN', of_run, run_from, run_until);
    update segment set value_from = online_from, value_until = online_until
        where id = (select online_segment from head);
    next_online := open_online_segment();
    update head set online_segment = next_online, generation = number;
    return next_online;
end $$;

revoke all on function
    open_segment_of(bigint), open_run_table(bigint), seal_run_table(bigint),
    attach_run_table(bigint, date, date, date, date) from public;
grant execute on function
    open_run_table(bigint), seal_run_table(bigint), attach_run_table(bigint, date, date, date, date) to ledger_app;
grant select,
    insert (public_id, kind, period, correction, parameters, requested_by, requested_at),
    update (status, completed_at, done, total, events, amount, reason) on run to ledger_app;
