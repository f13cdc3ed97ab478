-- The close of a year, and the second computation that has to agree with the ledger on every account before it.
create table year_closing (
    id              uuid        primary key,
    fiscal_year     int         not null check (fiscal_year between 2000 and 2100),
    status          text        not null default 'COMPUTING'
                                check (status in ('COMPUTING', 'DIFFERENT', 'AGREED', 'CLOSED')),
    -- What is recorded up to and with this segment counts; it takes no more rows, so the answer stays the same.
    cut             int         not null references segment,
    -- Accounts below this stream are computed.
    next_stream     bigint      not null default 0,
    requested_by    text        not null,
    requester_name  text        not null,
    requested_at    timestamptz not null,
    computed_at     timestamptz,
    approved_by     text,
    approver_name   text,
    approved_at     timestamptz,
    -- The newest seal then: what was sealed and approved is one and the same journal.
    seal            bigint      references seal,
    constraint four_eyes check (approved_by <> requested_by),
    check ((status = 'COMPUTING') = (computed_at is null)),
    check ((status = 'CLOSED') = (approved_by is not null)),
    check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approver_name is null))
);
create unique index one_closing_a_year on year_closing (fiscal_year) where status <> 'DIFFERENT';
create unique index one_closing_computed on year_closing ((true)) where status = 'COMPUTING';

-- The second computation's own terms, written a second time on purpose: a wrong figure in the plan data shows as a
-- difference.
create table second_terms (
    only_row                boolean primary key default true check (only_row),
    cap_from                date    not null,
    cap_tenths              int     not null,
    months_for_right        int     not null,
    months_with_asset       int     not null,
    months_for_old_age      int     not null,
    old_age                 int     not null,
    old_age_on_leaving      int     not null,
    twelfths_of_tenths_of_percent bigint not null
);
insert into second_terms values (true, '2023-10-01', 25, 36, 1, 120, 60, 50, 12000);

-- The accounts it knows, with the day each was opened.
create table second_account (
    stream    bigint primary key,
    opened_on date   not null
);

-- What it knows of members: the facts on record, read from the journal once, whether they still hold or not.
create table second_fact (
    member      bigint not null,
    version     int    not null,
    segment     int    not null,
    kind        text   not null,
    happened_on date   not null,
    filing      uuid,
    -- The filing whose report it takes the place of, or that it cancels.
    replaces    uuid,
    joined_on   date,
    -- Months of earlier memberships of whoever was taken over, and those that assets carry.
    months      int    not null,
    carried     int    not null,
    asset       boolean not null,
    -- Of a transferred asset, its plan * 1,000 + number; of a payment, how many there were before, and its plans.
    account     int,
    life        int,
    pays_first  boolean,
    pays_second boolean,
    cause       text,
    until       date,
    primary key (member, version)
);

create type second_kind as enum ('AMOUNT', 'INTEREST', 'TAKEN_OVER', 'SETTLED');

-- What it makes of each account's year: balance = opening + credited + interest + what is settled in the year.
create table second_closing (
    fiscal_year int    not null,
    stream      bigint not null,
    -- The balance on the first day, as it is known with this closing.
    opening     bigint not null,
    credited    bigint not null,
    interest    bigint not null,
    -- Payments and what a correction put against them, of all years: they earn nothing.
    settled     bigint not null,
    balance     bigint not null,
    primary key (fiscal_year, stream)
);

-- A closed year's control totals as they were closed; what is corrected later stands in those of the years after.
-- closing = opening + corrections + credited + interest - paid.
create table closed_total (
    fiscal_year int    not null,
    -- An account of the plan.
    of_the_plan bigint not null,
    accounts    bigint not null,
    -- The closing of the year closed before, as it was closed.
    opening     bigint not null,
    -- What was recorded since for that year and those before.
    corrections bigint not null,
    credited    bigint not null,
    interest    bigint not null,
    paid        bigint not null,
    closing     bigint not null,
    primary key (fiscal_year, of_the_plan),
    check (closing = opening + corrections + credited + interest - paid)
);

-- The control totals of a year as it is computed now. The first year that is closed has no closing before it: what its
-- accounts held on the first day is its opening.
create function plan_totals(of_year int) returns setof closed_total
    language sql stable set search_path = ledger, pg_temp as $$
    select of_year, plan.of_the_plan, plan.accounts, known.opening, held - known.opening, plan.credited, plan.interest,
           held + plan.credited + plan.interest - plan.closing, plan.closing
    from (
        select min(stream) as of_the_plan, count(*) as accounts, sum(opening)::bigint as held,
               sum(credited)::bigint as credited, sum(interest)::bigint as interest, sum(balance)::bigint as closing
        from second_closing where fiscal_year = of_year group by stream % 10000 / 1000) as plan
    cross join (select max(fiscal_year) as year from closed_total where fiscal_year < of_year) as previous
    left join closed_total before on before.fiscal_year = previous.year
        and before.of_the_plan % 10000 / 1000 = plan.of_the_plan % 10000 / 1000
    cross join lateral (
        select case when previous.year is null then held else coalesce(before.closing, 0) end as opening) as known
$$;

-- Where it and the ledger differ.
create table second_difference (
    closing     uuid   not null references year_closing,
    stream      bigint not null,
    fiscal_year int    not null,
    what        text   not null check (what in ('CLOSING', 'CREDIT', 'YEN_MONTHS', 'NOT_OPENED')),
    credited_on date,
    ledger      bigint,
    second      bigint
);
create index difference_of_closing on second_difference (closing, stream);

create function month_number(day date) returns int language sql immutable parallel safe return
    extract(year from day)::int * 12 + extract(month from day)::int;

-- The day of an age: the day before the birthday; who was born on 29 February attains it on the 28th.
create function attained(born date, age int) returns date language sql immutable parallel safe return
    (born + make_interval(years => age))::date
        - (extract(day from born + make_interval(years => age)) = extract(day from born))::int;

-- The rate of a year as it was published, in tenths of a percent.
create function published_rate(of_year int) returns int
    language plpgsql stable set search_path = ledger, pg_temp as $$
declare
    tenths int;
begin
    select replace(convert_from(payload, 'UTF8')::json ->> 'rate', '.', '')::int into tenths
    from journal where stream = of_year order by version desc limit 1;
    if tenths is null then
        raise exception 'no rate of % is published', of_year using errcode = 'no_data_found';
    end if;
    return tenths;
end $$;

-- Takes in the accounts opened and the facts recorded between two segments. A new type of fact that changes what a
-- member is gets its line here.
create function read_facts(since int, cut int, from_stream bigint, until_stream bigint) returns void
    language sql set search_path = ledger, pg_temp as $$
    insert into second_account (stream, opened_on)
    select stream, min(value_date) from journal
    where segment = any (array(select id from segment where id > since and id <= cut and kind = 'ONLINE'))
      and stream >= from_stream and stream < until_stream and type like 'jp.nenkin.ledger.AccountOpened.%'
    group by stream
    on conflict do nothing;

    -- Materialized, so that a payload is parsed once.
    with fact as materialized (
        select stream, version, segment, value_date, split_part(type, '.', -2) as kind,
               convert_from(payload, 'UTF8')::jsonb as told
        from journal
        where segment = any (array(select id from segment where id > since and id <= cut and kind = 'ONLINE'))
          and stream >= from_stream and stream < until_stream and stream % 10000 = 0
          and split_part(type, '.', -2) in (
              'MemberTakenOver', 'MemberEnrolled', 'EligibilityLost', 'TransferredIn', 'FilingCancelled',
              'Deferral', 'DeferralEnd', 'DeferralCancelled', 'Payment')
    )
    insert into second_fact
    select stream, version, segment, kind, value_date,
           coalesce(told #>> '{filing,id}', told #>> '{application,id}')::uuid,
           coalesce(told ->> 'replaces', told ->> 'cancelled')::uuid,
           case when told #> '{earlierPeriods,0}' is null then (told ->> 'acquiredOn')::date else (
               select min((period ->> 'acquiredOn')::date) from jsonb_array_elements(told -> 'earlierPeriods') period)
           end,
           case when told #> '{earlierPeriods,0}' is null then 0 else (
               select count(distinct month)
               from jsonb_array_elements(told -> 'earlierPeriods') period
               cross join generate_series(month_number((period ->> 'acquiredOn')::date),
                   least(month_number((period ->> 'lostOn')::date), month_number((told ->> 'acquiredOn')::date)) - 1)
                   as month) end,
           case when told #> '{transferredAssets,0}' is null then coalesce((told #>> '{asset,creditedMonths}')::int, 0)
                else (select sum((asset ->> 'creditedMonths')::int)
                      from jsonb_array_elements(told -> 'transferredAssets') asset) end,
           kind = 'TransferredIn' or told #> '{transferredAssets,0}' is not null,
           array_position('{FIRST,SECOND}'::text[], told #>> '{asset,plan}') * 1000 + (told #>> '{asset,ordinal}')::int,
           -- The first form of a payment had no life: it was the first.
           case kind when 'Payment' then coalesce((told ->> 'life')::int, 0) end,
           told -> 'plans' ? 'FIRST', told -> 'plans' ? 'SECOND',
           told ->> 'cause', (told ->> 'until')::date
    from fact
    on conflict do nothing
$$;

-- When a member's accounts are those of none: from a loss until the member is back, and for an asset that came outside
-- membership from its receipt. Only of members who lost membership or brought an asset.
-- Source: domain rules, sections 3 and 4. What the ledger made of the facts (standings, ends) is not read.
create function absences(from_stream bigint, until_stream bigint) returns table (
    stream bigint, begins_on date, back_on date, is_loss boolean, frozen boolean, earns boolean, ends_on date,
    first_joined_on date)
    language sql stable set search_path = ledger, pg_temp as $$
    -- Those that hold.
    with holding as (
        select fact.*,
               count(*) filter (where kind in ('MemberTakenOver', 'MemberEnrolled')) over earlier
                   > count(*) filter (where kind = 'EligibilityLost') over earlier as was_member
        from second_fact fact
        where member >= from_stream and member < until_stream
          and kind not in ('FilingCancelled', 'DeferralCancelled')
          and member in (select turned.member from second_fact turned
                         where turned.member >= from_stream and turned.member < until_stream
                           and kind in ('EligibilityLost', 'TransferredIn'))
          and not exists (
            select from second_fact later
            where later.member = fact.member and later.version > fact.version and later.replaces = fact.filing
              and (later.kind in ('FilingCancelled', 'DeferralCancelled')
                  or later.kind = fact.kind and later.account is not distinct from fact.account))
        window earlier as (
            partition by member order by happened_on range between unbounded preceding and interval '1 day' preceding)
    ),
    -- The order in which they were true: what a former system knew comes first; on one day a loss before the
    -- acquisition that follows it, but after the one that it ends.
    fact as materialized (
        select *, row_number() over (
                   partition by member
                   order by kind <> 'MemberTakenOver', happened_on,
                       array_position(
                           '{EligibilityLost,MemberEnrolled,Ended,TransferredIn,Deferral,DeferralEnd,Payment}'::text[],
                           case when kind = 'EligibilityLost' and not was_member then 'Ended' else kind end),
                       version) as number
        from holding
    ),
    -- After a payment an acquisition or asset begins another life, with accounts of its own.
    begun as (
        select *, case when kind in ('MemberTakenOver', 'MemberEnrolled', 'TransferredIn')
                       then coalesce(max(life) over (partition by member order by number) + 1, 0) end as begins
        from fact
    ),
    lived as (
        select *, case kind when 'Payment' then life
                            else max(begins) over (partition by member order by number) end as of_life
        from begun
    ),
    -- What came before each fact in its life; turn is the acquisition or loss that it follows.
    course as materialized (
        select *,
               max(happened_on) filter (where kind in ('MemberTakenOver', 'MemberEnrolled')) over sofar as acquired_on,
               max(number) filter (where kind in ('MemberTakenOver', 'MemberEnrolled', 'EligibilityLost')) over sofar
                   as turn,
               max(number) filter (where kind = 'EligibilityLost') over sofar as lost,
               min(happened_on) filter (where kind = 'MemberEnrolled') over ahead as back_on,
               min(number) filter (where kind = 'EligibilityLost') over ahead as next_loss,
               min(joined_on) over sofar as first_joined_on,
               sum(carried) over sofar as carried_so_far,
               bool_or(asset) over sofar as any_asset,
               coalesce(bool_or(pays_first) over sofar, false) as first_paid,
               coalesce(bool_or(pays_second) over sofar, false) as second_paid
        from lived
        window sofar as (partition by member, of_life order by number),
               ahead as (partition by member, of_life order by number rows between 1 following and unbounded following)
    ),
    -- Who applies as a member defers from the loss that comes.
    deferral as (
        select distinct on (member, of_turn) member, of_turn as turn, until, first_paid, second_paid
        from (select *, case when turn = lost then turn else next_loss end as of_turn
              from course where kind = 'Deferral') as chosen
        order by member, of_turn, number desc
    ),
    ended as (
        select member, turn, min(happened_on) as ended_on from course where kind = 'DeferralEnd' group by member, turn
    ),
    counted as (
        select *, sum(months + case when kind = 'EligibilityLost' then greatest(
                       0, month_number(happened_on) - month_number(acquired_on)) else 0 end)
                   over (partition by member, of_life order by number) as months_so_far
        from course
    ),
    -- What each loss gave a right to. Whose old-age right arose with it waits for no other: at one age for all, at a
    -- lower one for who leaves the employer.
    loss as materialized (
        select counted.*, aged.old_age_on,
               months_so_far + carried_so_far >= terms.months_for_right
                   or any_asset and months_so_far >= terms.months_with_asset as has_right,
               cause in ('MERGER', 'VOLUNTARY_WITHDRAWAL') and coalesce(aged.old_age_on > happened_on, true) as waits,
               aged.old_age_on > happened_on
                   and (cause in ('MERGER', 'VOLUNTARY_WITHDRAWAL')
                       or attained(born, terms.old_age_on_leaving) > happened_on) as old_age_later
        from counted
        cross join second_terms terms
        left join birth_date on birth_date.member = counted.member / 10000
        cross join lateral (
            select case when months_so_far + carried_so_far >= terms.months_for_old_age
                        then attained(born, terms.old_age) end as old_age_on) as aged
        where kind = 'EligibilityLost'
    )
    select account.stream, loss.happened_on, loss.back_on, true, not loss.has_right,
           loss.has_right and (loss.back_on is not null or is_deferred or loss.waits),
           least(case when is_deferred then deferral.until end,
                 case when loss.waits or is_deferred and loss.old_age_later then loss.old_age_on end,
                 case when loss.waits or is_deferred then ended.ended_on end),
           loss.first_joined_on
    from loss
    join second_account account on account.stream - account.stream % 10000 = loss.member
        and account.stream % 1000 / 100 = loss.of_life
    left join course asset on asset.member = loss.member and asset.of_life = loss.of_life
        and asset.account + asset.of_life * 100 = account.stream % 10000
    left join deferral on deferral.member = loss.member and deferral.turn = loss.number
    left join ended on ended.member = loss.member and ended.turn = loss.number
    -- A plan that was paid before the rest was deferred is not.
    cross join lateral (
        select loss.has_right and deferral.turn is not null and not case account.stream % 10000 / 1000
                   when 1 then deferral.first_paid else deferral.second_paid end as is_deferred) as chosen
    where asset.number is null or asset.number < loss.number
    union all
    select account.stream, asset.happened_on, asset.back_on, false, false, true, null, asset.first_joined_on
    from course asset
    join second_account account on account.stream = asset.member + asset.account + asset.of_life * 100
    where asset.kind = 'TransferredIn' and (asset.turn is null or asset.turn = asset.lost)
$$;

-- One fiscal year of the accounts in a range of streams: of all of them in the year to close, of the late ones in a
-- year closed before, for which something was recorded since. Shares no line with the rules in Java and reads nothing
-- but facts, amounts with their dates, and the published rate.
-- Source: domain rules, section 3: ceil( A1 × B × C1/12 + Σ A2 × B × C2/12 ) at each crediting date.
create function compute_year(
    of_closing year_closing, of_year int, from_stream bigint, until_stream bigint, late bigint[]) returns void
    language plpgsql set search_path = ledger, pg_temp as $$
declare
    first_day date := make_date(of_year, 4, 1);
    last_day date := make_date(of_year + 1, 3, 31);
    last_month int := month_number(last_day);
    previous int := (select max(fiscal_year) from year_closing where status = 'CLOSED' and fiscal_year < of_year);
    after date := coalesce(make_date(previous + 1, 3, 31), '-infinity');
    only_streams bigint[] := case when of_year <> of_closing.fiscal_year then late end;
    declared int := published_rate(of_year);
    terms second_terms := (select t from second_terms t);
    -- The month of each day of the year, counted once.
    month_of int[] := array(select month_number(first_day + day) from generate_series(0, last_day - first_day) as day);
    segments int[] := array(
        select id from segment
        where id <= of_closing.cut and coalesce(value_until > after, true) and coalesce(value_from <= last_day, true));
begin
    with recursive
    -- 1. The accounts there are by the end of the year.
    account as materialized (
        select stream from second_account
        where stream >= from_stream and stream < until_stream and opened_on <= last_day
          and (only_streams is null or stream = any (only_streams))
    ),
    absence as materialized (
        select absence.* from absences(from_stream, until_stream) absence join account using (stream)
        where begins_on <= last_day + 1 and (back_on is null or back_on > first_day)
    ),
    -- 2. What counts in the year, by value date, whenever it was recorded; and for a balance of a former system, what
    -- lies between the year closed before and this one. A new type of amount that earns is an AMOUNT; an adjusted
    -- credit is INTEREST of the date it adjusts.
    posting as materialized (
        select stream, version, value_date, amount,
               case when type like 'jp.nenkin.ledger.Contribution%' then 'AMOUNT'::second_kind
                    when type like 'jp.nenkin.ledger.Interest%' then 'INTEREST'
                    when type like 'jp.nenkin.ledger.BalanceTakenOver.%' then 'TAKEN_OVER'
                    when type like 'jp.nenkin.ledger.LumpSumPaid.%'
                        or type like 'jp.nenkin.ledger.ExcessRecorded.%' then 'SETTLED'
                    else 'AMOUNT' end as kind,
               case when type like 'jp.nenkin.ledger.InterestCredited.%' and value_date >= first_day
                    then convert_from(payload, 'UTF8')::jsonb end as told
        from journal
        where segment = any (segments) and stream >= from_stream and stream < until_stream
          and stream % 10000 between 1 and 4999
          and (only_streams is null or stream = any (only_streams))
          and value_date > after and value_date <= last_day and type <> 'CARRIED'
          and (amount <> 0 or type like 'jp.nenkin.ledger.Interest%')
    ),
    total as materialized (
        select stream,
               coalesce(sum(amount) filter (where value_date < first_day and kind <> 'SETTLED'), 0)::bigint as before,
               coalesce(sum(amount) filter (where value_date >= first_day and kind = 'AMOUNT'), 0)::bigint as amount,
               coalesce(sum(amount * (last_month + 1 - month_of[value_date - first_day + 1]))
                   filter (where value_date >= first_day and kind = 'AMOUNT'), 0)::bigint as yen_months,
               coalesce(sum(amount) filter (where value_date >= first_day and kind = 'INTEREST'), 0)::bigint
                   as interest,
               coalesce(sum(amount) filter (where value_date >= first_day and kind = 'TAKEN_OVER'), 0)::bigint
                   as taken_over,
               coalesce(sum(amount) filter (where kind = 'SETTLED'), 0)::bigint as settled,
               coalesce(sum(amount) filter (where value_date < first_day and kind = 'SETTLED'), 0)::bigint
                   as settled_before,
               max(version) as newest
        from posting group by stream
    ),
    -- 3. What earns on the first day.
    opening as materialized (
        select account.stream, coalesce(closed.balance - closed.settled, 0) + coalesce(total.before, 0) as balance,
               coalesce(closed.settled, 0) + coalesce(total.settled, 0) as settled,
               coalesce(closed.balance, 0) + coalesce(total.before + total.settled_before, 0) as held,
               coalesce(total.amount + total.taken_over, 0) as credited, coalesce(total.interest, 0) as interest
        from account
        left join second_closing closed on closed.fiscal_year = previous and closed.stream = account.stream
        left join total on total.stream = account.stream
    ),
    -- 4. The crediting dates that the facts ask for: 31 March for whoever was a member all the time; where there was an
    -- absence, the day before each loss, the end of a deferral or waiting, and 31 March for whoever is a member then or
    -- earns without being one.
    due_date as (
        select stream, begins_on - 1 as credited_on from absence
        where is_loss and begins_on - 1 between first_day and last_day
        union
        select stream, ends_on from absence
        where earns and ends_on between greatest(first_day, begins_on) and last_day
          and (back_on is null or ends_on < back_on)
        union
        select stream, last_day from absence as any_of_it
        where not exists (
            select from absence
            where absence.stream = any_of_it.stream
              and last_day >= begins_on and (back_on is null or last_day < back_on)
              and (not earns or back_on is null and ends_on < last_day))
    ),
    due as materialized (
        select stream, credited_on, row_number() over dates as number,
               coalesce(lag(credited_on) over dates, first_day - 1) as previous_on,
               coalesce(month_of[lag(credited_on) over dates - first_day + 2], last_month - 11) as first_month,
               month_of[credited_on - first_day + 1] as month
        from due_date
        window dates as (partition by stream order by credited_on)
    ),
    -- 5. Where somebody was no member for a time, month by month: what the month earns, in tenths of a percent, by what
    -- the person was at its end or on the crediting date. Frozen months earn nothing; after a loss the cap holds for
    -- those who joined late enough. Summed from each month to the crediting date.
    month_rate as materialized (
        select stream, number, month, sum(tenths) over rest as tenths,
               count(*) filter (where not frozen) over rest as months
        from (
            select due.stream, due.number, earned.month, coalesce(absence.frozen, false) as frozen,
                   case when absence.frozen then 0
                        when absence.first_joined_on >= terms.cap_from then least(declared, terms.cap_tenths)
                        else declared end as tenths
            from due
            cross join lateral generate_series(due.first_month, due.month) as earned (month)
            cross join lateral (
                select least((make_date((earned.month - 1) / 12, (earned.month - 1) % 12 + 1, 1)
                              + interval '1 month - 1 day')::date, credited_on) as day) as judged
            left join absence on absence.stream = due.stream and judged.day >= begins_on
                and (back_on is null or judged.day < back_on)
            where exists (
                select from absence
                where absence.stream = due.stream and begins_on <= credited_on
                  and (back_on is null or back_on > previous_on))
        ) as months
        window rest as (partition by stream, number order by month desc)
    ),
    -- 6. Σ A2 × C2 of each crediting date, where there may be others than 31 March.
    gathered as materialized (
        select due.stream, due.number, sum(amount)::bigint as amount,
               sum(amount * coalesce(rate.months, due.month - month_of[value_date - first_day + 1] + 1))::bigint
                   as yen_months,
               sum(amount * coalesce(
                   rate.tenths, (due.month - month_of[value_date - first_day + 1] + 1) * declared))::bigint as earned
        from due
        join posting on posting.stream = due.stream and posting.kind = 'AMOUNT'
            and posting.value_date > due.previous_on and posting.value_date <= due.credited_on
        left join month_rate rate on rate.stream = due.stream and rate.number = due.number
            and rate.month = month_of[value_date - first_day + 1]
        group by due.stream, due.number
    ),
    step as materialized (
        select due.stream, due.number, due.credited_on,
               coalesce(gathered.amount, 0) as amount,
               coalesce(gathered.yen_months, 0) as yen_months,
               coalesce(gathered.earned, 0) as earned,
               coalesce(rate.months, due.month - due.first_month + 1) as months,
               coalesce(rate.tenths, (due.month - due.first_month + 1) * declared) as tenths
        from due
        left join gathered on gathered.stream = due.stream and gathered.number = due.number
        left join month_rate rate on rate.stream = due.stream and rate.number = due.number
            and rate.month = due.first_month
        union all
        select account.stream, 1, last_day, coalesce(total.amount, 0), coalesce(total.yen_months, 0),
               coalesce(total.yen_months, 0) * declared, 12, 12 * declared
        from account left join total using (stream)
        where stream not in (select stream from absence)
    ),
    -- 7. The credits one after the other, since each begins with the balance that the one before it left; rounded up
    -- to one yen, once.
    credit as (
        select stream, 0::bigint as number, null::date as credited_on, false as is_due,
               0::bigint as yen_months, 0::bigint as interest, balance as closing
        from opening
        union all
        select stream, step.number, step.credited_on,
               credit.closing <> 0 or step.amount <> 0 or step.yen_months <> 0,
               credit.closing * step.months + step.yen_months, rounded.interest,
               credit.closing + step.amount + rounded.interest
        from credit
        join step using (stream)
        cross join lateral (select credit.closing * step.tenths + step.earned as earned) as exact
        cross join lateral (
            select case when exact.earned > 0
                        then (exact.earned + terms.twelfths_of_tenths_of_percent - 1)
                            / terms.twelfths_of_tenths_of_percent
                        else exact.earned / terms.twelfths_of_tenths_of_percent end as interest) as rounded
        where step.number = credit.number + 1
    ),
    -- 8. The year of each account.
    computed as materialized (
        select opening.stream, opening.held, opening.credited, coalesce(credits.interest, 0) as interest,
               opening.settled,
               opening.balance + opening.settled + opening.credited + coalesce(credits.interest, 0) as balance,
               opening.balance + opening.settled + opening.credited + opening.interest as of_ledger
        from opening
        left join (select stream, sum(interest)::bigint as interest from credit group by stream) as credits
            using (stream)
    ),
    -- 9. What the ledger said at a credit. Its figures are those known then, so they are compared where no amount of
    -- the year was recorded since.
    told as materialized (
        select stream, version, value_date as credited_on, (told ->> 'closing')::bigint as closing,
               (told ->> 'opening')::bigint
                   * ((told ->> 'openingMonths')::bigint + coalesce((told #>> '{capped,openingMonths}')::bigint, 0))
                   + (told ->> 'yenMonths')::bigint + coalesce((told #>> '{capped,yenMonths}')::bigint, 0)
                   as yen_months
        from posting join total using (stream)
        where told is not null and version = newest and only_streams is null and stream <> all (late)
    ),
    written as (
        insert into second_closing as known (fiscal_year, stream, opening, credited, interest, settled, balance)
        select of_year, stream, held, credited, interest, settled, balance from computed
        on conflict (fiscal_year, stream) do update
            set opening = excluded.opening, credited = excluded.credited, interest = excluded.interest,
                settled = excluded.settled, balance = excluded.balance
            where known.balance <> excluded.balance or known.interest <> excluded.interest
                or known.credited <> excluded.credited or known.settled <> excluded.settled
                or known.opening <> excluded.opening
    )
    -- 10. Where the two differ.
    insert into second_difference (closing, stream, fiscal_year, what, credited_on, ledger, second)
    select of_closing.id, stream, of_year, 'CLOSING', null, of_ledger, balance from computed where of_ledger <> balance
    union all
    select of_closing.id, stream, of_year, 'CLOSING', credited_on, told.closing, credit.closing
    from told join credit using (stream, credited_on)
    where told.closing <> credit.closing
    union all
    select of_closing.id, stream, of_year, 'YEN_MONTHS', credited_on, told.yen_months, credit.yen_months
    from told join credit using (stream, credited_on)
    where told.yen_months <> credit.yen_months
    union all
    select of_closing.id, stream, of_year, 'CREDIT', credited_on, null, interest
    from credit
    where is_due and not exists (
        select from posting
        where kind = 'INTEREST' and posting.stream = credit.stream and posting.value_date = credit.credited_on)
    union all
    select distinct of_closing.id, stream, of_year, 'NOT_OPENED', null::date, null::bigint, null::bigint
    from posting where stream not in (select stream from account);
end $$;

-- Computes the next accounts of a closing, so that no transaction lasts long; false when there were none left, and the
-- closing then says whether the two agree.
create function compute_closing(of_closing uuid, most int, at timestamptz) returns boolean
    language plpgsql security definer
    set search_path = ledger, pg_temp set jit = off set work_mem = '128MB' set plan_cache_mode = force_custom_plan
    -- How many rows a step will have is not known beforehand, and a loop within a loop over them would never end.
    set enable_nestloop = off as $$
declare
    closing year_closing;
    since int;
    until_stream bigint;
    earlier year_closing;
    late bigint[];
    late_from date;
begin
    select * into closing from year_closing where id = of_closing and status = 'COMPUTING' for update;
    if not found then
        raise exception 'closing % is not being computed', of_closing
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    -- Up to the end of a member, whose accounts belong together.
    select (max(id) / 10000 + 1) * 10000 into until_stream from (
        select id from stream where kind = 'ACCOUNT' and id >= closing.next_stream order by id limit most) as next;
    if until_stream is null then
        update year_closing set computed_at = at,
            status = case when exists (select from second_difference where second_difference.closing = of_closing)
                          then 'DIFFERENT' else 'AGREED' end
        where id = of_closing;
        return false;
    end if;
    select coalesce(max(cut), 0) into since from year_closing
        where status = 'CLOSED' and fiscal_year < closing.fiscal_year;
    perform read_facts(since, closing.cut, closing.next_stream, until_stream);
    -- What was recorded for closed years since: they are computed again, oldest first, for the accounts it is about.
    select coalesce(array_agg(distinct stream), '{}'), min(day) into late, late_from
    from (
        select stream, value_date as day from journal
        where segment > since and segment <= closing.cut and since > 0
          and stream >= closing.next_stream and stream < until_stream and stream % 10000 between 1 and 4999
          and amount <> 0
        union
        select stream, happened_on from second_fact
        join second_account on stream >= member and stream < member + 10000
        where segment > since and since > 0 and member >= closing.next_stream and member < until_stream) as recorded
    where day <= (
        select make_date(max(fiscal_year) + 1, 3, 31) from year_closing
        where status = 'CLOSED' and fiscal_year < closing.fiscal_year);
    for earlier in
        select * from year_closing
        where status = 'CLOSED' and fiscal_year < closing.fiscal_year
            and make_date(fiscal_year + 1, 3, 31) >= late_from
        order by fiscal_year
    loop
        perform compute_year(closing, earlier.fiscal_year, closing.next_stream, until_stream, late);
    end loop;
    perform compute_year(closing, closing.fiscal_year, closing.next_stream, until_stream, late);
    update year_closing set next_stream = until_stream where id = of_closing;
    return true;
end $$;

-- Only what agrees is closed, and its totals are kept as they were.
create function close_year(of_closing uuid, by_id text, by_name text, at timestamptz) returns boolean
    language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
    update year_closing set status = 'CLOSED', approved_by = by_id, approver_name = by_name, approved_at = at,
        seal = (select max(number) from seal)
    where id = of_closing and status = 'AGREED';
    if not found then
        return false;
    end if;
    insert into closed_total
    select totals.* from year_closing
    cross join lateral plan_totals(year_closing.fiscal_year) as totals
    where year_closing.id = of_closing;
    return true;
end $$;

do $$ begin
    perform protect('second_account', 'stream / 10000');
    perform protect('second_fact', 'member / 10000');
    perform protect('second_closing', 'stream / 10000');
    perform protect('second_difference', 'stream / 10000');
end $$;
create policy changers on second_closing for update using (
    (select current_setting('app.role', true) in ('officer', 'system')));

revoke all on function
    published_rate(int), read_facts(int, int, bigint, bigint), absences(bigint, bigint),
    compute_year(year_closing, int, bigint, bigint, bigint[]), compute_closing(uuid, int, timestamptz),
    close_year(uuid, text, text, timestamptz), plan_totals(int) from public;
grant execute on function
    compute_closing(uuid, int, timestamptz), close_year(uuid, text, text, timestamptz), plan_totals(int) to ledger_app;
grant select, insert (id, fiscal_year, cut, requested_by, requester_name, requested_at) on year_closing to ledger_app;
grant select on second_closing, second_difference, closed_total to ledger_app;
