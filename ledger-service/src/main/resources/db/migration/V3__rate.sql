-- Crediting rates with four eyes: the approver is another person, and a fiscal year has one approved rate.
create table rate_proposal (
    id                uuid        primary key,
    fiscal_year       int         not null check (fiscal_year between 2000 and 2100),
    tenths_of_percent int         not null check (tenths_of_percent between 0 and 99),
    -- What the rate follows from, as it is published; never changed, like the rate itself.
    evidence          text        not null check (evidence is json object),
    proposed_by       text        not null,
    proposer_name     text        not null,
    proposed_at       timestamptz not null,
    approved_by       text,
    approver_name     text,
    approved_at       timestamptz,
    constraint four_eyes check (approved_by <> proposed_by),
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approver_name is null))
);
create unique index one_rate_a_year on rate_proposal (fiscal_year) where approved_by is not null;
grant select, insert on rate_proposal to ledger_app;
grant update (approved_by, approver_name, approved_at) on rate_proposal to ledger_app;

-- Which partitions of member.events have brought the news that a month is closed; a run waits for all of them.
create table month_closed (
    month       text        not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
    "partition" int         not null,
    received_at timestamptz not null,
    primary key (month, "partition")
);
grant select, insert on month_closed to ledger_app;
