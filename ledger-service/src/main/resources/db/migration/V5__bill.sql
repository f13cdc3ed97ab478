-- Bills (掛金計算書). A month's run is billed once: each contribution recorded after the run before it, up to and with
-- its own segment, stands on exactly one bill.
create table billing (
    run         bigint      primary key references run,
    prepared_at timestamptz not null,
    -- When the bills' events were written into the journal.
    told_at     timestamptz
);
create table bill (
    id                   bigint primary key generated always as identity,
    run                  bigint not null references billing,
    month                text   not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    establishment_number text   not null check (establishment_number ~ '^[0-9]{7}$'),
    unique (establishment_number, month)
);
create index bill_of_run on bill (run);

-- Without a foreign key, whose check would cost more than the million lines of a month: one statement writes both.
create table bill_line (
    bill    bigint not null,
    stream  bigint not null,
    version int    not null,
    amount  bigint not null,
    kind    text   not null check (kind in ('CONTRIBUTION', 'LATE_CONTRIBUTION', 'ADJUSTMENT')),
    month   text   not null,
    primary key (bill, stream, version)
);

alter table bill enable row level security, force row level security;
create policy readers on bill for select using (
    (select current_setting('app.role', true) in ('officer', 'system'))
    or establishment_number = (select case when current_setting('app.role', true) = 'establishment'
                                           then current_setting('app.establishment', true) end));
create policy writers on bill for insert with check ((select current_setting('app.role', true) = 'system'));

alter table bill_line enable row level security, force row level security;
create policy readers on bill_line for select using (
    (select current_setting('app.role', true) in ('officer', 'system'))
    or bill in (select id from bill));
create policy writers on bill_line for insert with check ((select current_setting('app.role', true) = 'system'));

-- The establishment in an account's state: four bytes behind format and kind, whatever the kind.
create function establishment_of(state bytea) returns text language sql immutable parallel safe return
    lpad(((get_byte(state, 2)::bigint << 24) + (get_byte(state, 3) << 16) + (get_byte(state, 4) << 8)
        + get_byte(state, 5))::text, 7, '0');

grant select, insert on billing, bill, bill_line to ledger_app;
grant update (told_at) on billing to ledger_app;
grant execute on function establishment_of(bytea) to ledger_app;
