package jp.nenkin.ledger.closing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.EventType;
import jp.nenkin.events.LedgerEvent;
import jp.nenkin.events.RateApproved;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.YearClosed;
import jp.nenkin.kit.Caller;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.AccountRows;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.AccountComputation;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunComputation;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;
import org.jspecify.annotations.Nullable;

/** A fund in its own database, kept by the rules and the runs themselves, whose years are closed. */
final class ClosedFund {
    static final PlanTerms TERMS = PlanData.read();
    private static final Instant NOW = Instant.parse("2026-06-15T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    private static final Caller.Officer ONE = new Caller.Officer("fund/1", "一", Set.of(Caller.Duty.OPERATOR));
    private static final Caller.Officer OTHER = new Caller.Officer("fund/2", "二", Set.of(Caller.Duty.APPROVER));
    private static final int FEW = 7;

    final LedgerDatabase database;
    private final Journal journal;
    private final YearClosingTable closings;
    private final Map<FiscalYear, CreditingRate> rates = new HashMap<>();
    private final Map<MemberNumber, LocalDate> births = new HashMap<>();
    private final Set<MemberNumber> members = new TreeSet<>();
    private @Nullable YearMonth contributionsThrough;
    private @Nullable FiscalYear creditedThrough;

    ClosedFund(LedgerDatabase database, YearMonth begin) {
        this.database = database;
        database.migrate();
        journal = Journal.on(database);
        closings = new YearClosingTable(new Database(database));
        contributionsThrough = begin.minusMonths(1);
        creditedThrough = FiscalYear.of(begin).previous();
    }

    ClosedFund rate(int year, String rate) {
        FiscalYear fiscalYear = new FiscalYear(year);
        rates.put(fiscalYear, CreditingRate.parse(rate));
        RateApproved event = new RateApproved(year, rate, NOW, null);
        database.asSystem(() -> {
            Append append = journal.beginCommon(CLOCK);
            append.write(List.of(row(StreamId.of(fiscalYear), 1, event, fiscalYear.firstDay(), 0, 0)));
            return true;
        });
        return this;
    }

    /** A rate is approved while the fund lives: what waited for it takes effect. */
    ClosedFund approve(int year, String rate) {
        rate(year, rate);
        Set<MemberNumber> waiting = members.stream()
                .filter(member -> database.asSystem(() -> journal.newestOf(List.of(member))).stream()
                        .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                        .anyMatch(row -> AccountRows.state(row) instanceof RatePending))
                .collect(Collectors.toSet());
        return database.asSystem(() -> {
            Recording recording = recording(waiting);
            waiting.forEach(member -> assertThat(recording.again(member)).isInstanceOf(Outcome.Changes.class));
            recording.finish();
            return this;
        });
    }

    ClosedFund born(MemberNumber member, LocalDate day) {
        births.put(member, day);
        database.asSuperuser("insert into birth_date values (" + member.value() + ", '" + day + "')");
        return this;
    }

    /** Records facts about a member as the service does; all of them, or none where one is refused. */
    boolean tryOut(MemberNumber member, List<MemberFact> facts) {
        members.add(member);
        try {
            return database.asSystem(() -> {
                Recording recording = recording(Set.of(member));
                for (MemberFact fact : facts) {
                    Outcome outcome = recording.record(member, fact);
                    if (outcome instanceof Outcome.Refused) {
                        throw new NotTaken(outcome.toString());
                    }
                }
                recording.finish();
                return true;
            });
        } catch (NotTaken refused) {
            return false;
        }
    }

    ClosedFund when(MemberNumber member, MemberFact... facts) {
        assertThat(tryOut(member, List.of(facts))).as(List.of(facts).toString()).isTrue();
        return this;
    }

    private Recording recording(Set<MemberNumber> of) {
        return new Recording(
                journal, journal.begin(of, CLOCK), books(), member -> new RightToBenefit(TERMS, births.get(member)));
    }

    /** A fact that the rules refuse. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(String why) {
            super(why);
        }
    }

    /** Writes an event past the rules, with the balance that its amount leads to. */
    ClosedFund plant(AccountId account, String type, LocalDate valueDate, long amount, Object payload) {
        return database.asSystem(() -> {
            Append append = journal.begin(List.of(account.member()), CLOCK);
            Optional<NewestRow> newest = append.newest(StreamId.of(account));
            int version = newest.map(NewestRow::version).orElse(0) + 1;
            long balance = newest.map(row -> row.balance().amount()).orElse(0L) + amount;
            byte[] state = newest.map(NewestRow::state).orElse(new byte[0]);
            byte[] bytes = payload instanceof LedgerEvent event
                    ? AccountEventCodec.bytes(event)
                    : payload.toString().getBytes(UTF_8);
            append.write(List.of(new NewRow(
                    StreamId.of(account),
                    version,
                    type,
                    valueDate,
                    new Yen(amount),
                    new Yen(balance),
                    bytes,
                    state,
                    version == 1 ? Standing.OPENS : Standing.GOES_ON)));
            return this;
        });
    }

    ClosedFund plant(AccountId account, LocalDate valueDate, long amount, LedgerEvent event) {
        return plant(account, EventType.of(event).writtenName(), valueDate, amount, event);
    }

    private static NewRow row(
            StreamId stream, int version, LedgerEvent event, LocalDate valueDate, long amount, long balance) {
        return new NewRow(
                stream,
                version,
                EventType.of(event).writtenName(),
                valueDate,
                new Yen(amount),
                new Yen(balance),
                AccountEventCodec.bytes(event),
                new byte[0],
                Standing.OPENS_AND_CLOSES);
    }

    AccountState state(AccountId account) {
        return database.asSystem(
                () -> AccountRows.state(journal.newest(StreamId.of(account)).orElseThrow()));
    }

    ClosedFund run(YearMonth month) {
        run(RunKind.CONTRIBUTION, month.toString(), new AccountComputation(new PostContribution(month), books()));
        contributionsThrough = month;
        return this;
    }

    ClosedFund runMonths(String first, String last) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            run(month);
        }
        return this;
    }

    ClosedFund run(FiscalYear year) {
        run(RunKind.INTEREST, year.toString(), new AccountComputation(new CreditInterest(year), books()));
        creditedThrough = year;
        return this;
    }

    /** A run that gives nobody anything: what was recorded before it lies below the next cut. */
    ClosedFund pass(String period) {
        run(RunKind.STATEMENT, period, (member, newest) -> List.of());
        return this;
    }

    private void run(RunKind kind, String period, RunComputation computation) {
        UUID id = UUID.nameUUIDFromBytes((kind + period).getBytes(UTF_8));
        Runs.on(database).request(new RunRequest(id, kind, period, null, "fund/1", NOW));
        Run run = new RunWorker(database, TestRules.of(computation::compute), CLOCK, 2)
                .work()
                .orElseThrow();
        assertThat(run.status()).as(run.reason()).isEqualTo(RunStatus.COMPLETED);
    }

    private Books books() {
        return new Books(contributionsThrough, creditedThrough, new Rates(rates), TERMS);
    }

    /** Requests the close of a year and computes it, some accounts at a time. */
    UUID compute(FiscalYear year) {
        UUID id = UUID.randomUUID();
        assertThat(database.asSystem(() -> closings.insert(id, year, ONE, NOW))).isTrue();
        while (database.asSystem(() -> closings.compute(id, FEW, NOW))) {
            assertThat(closings.find(id)).isPresent();
        }
        return id;
    }

    /** The differences of a computation, in words. */
    List<String> differences(FiscalYear year) {
        return differences(compute(year));
    }

    List<String> differences(UUID closing) {
        return database.asSystem(() -> {
            List<String> found = new ArrayList<>();
            closings.differences(closing, 100)
                    .forEach(each -> found.add("%s %d %s %s: %d %d"
                            .formatted(
                                    each.account(),
                                    each.fiscalYear(),
                                    each.what(),
                                    each.creditedOn(),
                                    each.ledger(),
                                    each.second())));
            ClosingStatus status = closings.find(closing).orElseThrow().status();
            assertThat(status).isEqualTo(found.isEmpty() ? ClosingStatus.AGREED : ClosingStatus.DIFFERENT);
            return found;
        });
    }

    /** Closes a year on which both agree. */
    ClosedFund close(FiscalYear year) {
        UUID id = compute(year);
        assertThat(differences(id)).as(year.toString()).isEmpty();
        assertThat(database.asSystem(() -> closings.close(id, OTHER, NOW))).isTrue();
        return this;
    }

    boolean approve(UUID closing) {
        return database.asSystem(() -> closings.close(closing, OTHER, NOW));
    }

    /** The seal that a closing was approved with. */
    YearClosed.@Nullable SealRoot seal(UUID closing) {
        return database.asSystem(() -> closings.find(closing).orElseThrow().seal());
    }

    /** The earliest year that has to be closed before this one. */
    Optional<Integer> earlierOpen(FiscalYear year) {
        return database.asSystem(() -> closings.earlierOpen(year));
    }

    /** A closed year's totals of the first plan, as closed. */
    String closed(FiscalYear year) {
        return database.asSystem(() -> figures(closings.closedTotals(year.year())));
    }

    /** A computed year's totals of the first plan. */
    String computed(FiscalYear year) {
        return database.asSystem(() -> figures(closings.computedTotals(year.year())));
    }

    private static String figures(List<YearClosing.PlanFigures> plans) {
        YearClosing.PlanFigures first = plans.getFirst();
        return "%d: %d %+d %+d %+d -%d = %d"
                .formatted(
                        first.accounts(),
                        first.opening(),
                        first.corrections(),
                        first.credited(),
                        first.interest(),
                        first.paid(),
                        first.closing());
    }

    /** What the second computation holds for an account's year. */
    List<String> second(AccountId account, FiscalYear year) {
        return database.look("select credited || ' ' || interest || ' ' || balance from second_closing where stream = "
                + StreamId.of(account).value() + " and fiscal_year = " + year.year());
    }
}
