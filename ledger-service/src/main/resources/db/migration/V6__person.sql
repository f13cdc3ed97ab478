-- Birth dates, on which the age of an old-age right depends: the only personal data here, erased with the profile.
create table birth_date (
    member bigint primary key,
    born   date   not null
);
alter table birth_date enable row level security, force row level security;
create policy the_fund on birth_date using (
    (select current_setting('app.role', true) in ('officer', 'system')));
grant select, insert, update, delete on birth_date to ledger_app;

-- Members for whom something that was filed waits for the rate of a year.
create table rate_pending (
    member      bigint not null,
    fiscal_year int    not null,
    primary key (member, fiscal_year)
);
alter table rate_pending enable row level security, force row level security;
create policy the_fund on rate_pending using (
    (select current_setting('app.role', true) in ('officer', 'system')));
grant select, insert, delete on rate_pending to ledger_app;
