-- Payments with four eyes: the approver is another person, and the figures of a quote are paid once.
create table payment_proposal (
    id              uuid        primary key,
    member          bigint      not null,
    -- The binding quote whose figures are paid, by its number and as it was when the payment was proposed.
    quote           int         not null check (quote > 0),
    figures         text        not null check (figures is json object),
    paid_on         date        not null,
    proposed_by     text        not null,
    proposer_name   text        not null,
    proposed_at     timestamptz not null,
    approved_by     text,
    approver_name   text,
    approved_at     timestamptz,
    -- Taken back by any officer, as long as nobody has approved it.
    withdrawn_by    text,
    withdrawer_name text,
    withdrawn_at    timestamptz,
    constraint four_eyes check (approved_by <> proposed_by),
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approver_name is null)),
    check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawer_name is null)),
    constraint approved_or_withdrawn check (approved_by is null or withdrawn_by is null)
);
create unique index one_payment_a_quote on payment_proposal (member, quote) where withdrawn_by is null;
create index payment_of_member on payment_proposal (member, proposed_at);
alter table payment_proposal enable row level security, force row level security;
create policy the_fund on payment_proposal using (
    (select current_setting('app.role', true) in ('officer', 'system')));
grant select, insert on payment_proposal to ledger_app;
grant update (approved_by, approver_name, approved_at, withdrawn_by, withdrawer_name, withdrawn_at)
    on payment_proposal to ledger_app;

-- What a correction has shown to be paid too much, by account; 0 once another correction has taken that back.
create table excess (
    stream     bigint      primary key,
    amount     bigint      not null check (amount >= 0),
    since      timestamptz not null,
    -- The event that recorded it, as it is known everywhere.
    event_id   text        not null,
    -- What officers have waived of it: what becomes excess anew after it was less is another case.
    waived     bigint      not null default 0 check (waived between 0 and amount)
);
alter table excess enable row level security, force row level security;
create policy the_fund on excess using (
    (select current_setting('app.role', true) in ('officer', 'system')));
grant select, insert (stream, amount, since, event_id), update (amount, since, event_id, waived) on excess
    to ledger_app;

-- What becomes of an excess, with four eyes; an amount is decided once.
create table excess_decision (
    id            uuid        primary key,
    stream        bigint      not null references excess,
    amount        bigint      not null check (amount > 0),
    outcome       text        not null check (outcome in ('RECOVERED', 'WAIVED')),
    reason        text        not null,
    proposed_by   text        not null,
    proposer_name text        not null,
    proposed_at   timestamptz not null,
    approved_by   text,
    approver_name text,
    approved_at   timestamptz,
    constraint four_eyes check (approved_by <> proposed_by),
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approver_name is null))
);
create index decision_of_excess on excess_decision (stream, proposed_at);
alter table excess_decision enable row level security, force row level security;
create policy the_fund on excess_decision using (
    (select current_setting('app.role', true) in ('officer', 'system')));
grant select, insert on excess_decision to ledger_app;
grant update (approved_by, approver_name, approved_at) on excess_decision to ledger_app;

-- Whose deferral or waiting has a last day: it ends on that day, and not with the month's run alone.
create table ending (
    member bigint primary key,
    day    date   not null
);
create index ending_by_day on ending (day);
alter table ending enable row level security, force row level security;
create policy the_fund on ending using (
    (select current_setting('app.role', true) in ('officer', 'system')));
grant select, insert, update (day), delete on ending to ledger_app;

-- Why a member who waited for a rate could not be decided when it came: an officer has to see to the facts.
alter table rate_pending add column refusal text;
grant update (refusal) on rate_pending to ledger_app;
