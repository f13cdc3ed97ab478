package jp.nenkin.ledger.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.explain.Explanations.Background;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.KnownJournal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.Told;
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

/** A fund in a database of its own, whose clock ticks with every look at it, and what is explained of it. */
final class KnownFund {
    private static final PlanTerms TERMS = PlanData.read();
    private static final String HERE = "1000001";

    final LedgerDatabase database;
    final Clock clock = new Ticking();
    final KnownJournal known;
    final Explanations explanations;
    private final Journal journal;
    private final Rates rates = new Rates(
            Map.of(new FiscalYear(2024), CreditingRate.parse("3.7"), new FiscalYear(2025), CreditingRate.parse("4.4")));
    private final Map<Long, YearMonth> months = new HashMap<>();
    private final Map<Long, FiscalYear> years = new HashMap<>();
    private final Map<MemberNumber, List<MemberFact>> next = new HashMap<>();

    KnownFund(LedgerDatabase database) {
        this.database = database;
        database.migrate();
        journal = Journal.on(database);
        known = KnownJournal.on(new Database(database), clock);
        explanations = new Explanations(
                known,
                new Background(
                        this::books, () -> List.copyOf(Known.proposals(rates).values())),
                member -> null,
                clock);
    }

    /** A thousandth of a second passes with each look. */
    private static final class Ticking extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-06-15T00:00:00Z"));

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Tokyo");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.updateAndGet(last -> last.plusMillis(1));
        }
    }

    private Books books(Set<Long> runs, Rates reached) {
        return new Books(
                months.keySet().stream()
                        .filter(runs::contains)
                        .map(months::get)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                years.keySet().stream()
                        .filter(runs::contains)
                        .map(years::get)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                reached,
                TERMS);
    }

    private Books books() {
        return books(months.keySet().size() + years.keySet().size() == 0 ? Set.of() : all(), rates);
    }

    private Set<Long> all() {
        Set<Long> all = new java.util.HashSet<>(months.keySet());
        all.addAll(years.keySet());
        return all;
    }

    /** A fact to be recorded next. */
    KnownFund tell(MemberNumber member, MemberFact... facts) {
        next.computeIfAbsent(member, none -> new ArrayList<>()).addAll(List.of(facts));
        return this;
    }

    /** Records what was told, in one append. */
    KnownFund record() {
        database.asSystem(() -> {
            Recording recording = new Recording(
                    journal, journal.begin(next.keySet(), clock), books(), member -> new RightToBenefit(TERMS, null));
            next.forEach((member, facts) -> facts.forEach(fact -> assertThat(recording.record(member, fact))
                    .as(fact.toString())
                    .isInstanceOf(Outcome.Changes.class)));
            recording.finish();
            return true;
        });
        next.clear();
        return this;
    }

    /** A day comes for a member before the month's run: what has ended by then ends. */
    KnownFund comesTo(MemberNumber member, LocalDate day) {
        database.asSystem(() -> {
            new Recording(
                            journal,
                            journal.begin(List.of(member), clock),
                            books().on(day),
                            born -> new RightToBenefit(TERMS, null))
                    .endWhatHasCome()
                    .finish();
            return true;
        });
        return this;
    }

    KnownFund runMonths(String first, String last) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            months.put(
                    run(
                            RunKind.CONTRIBUTION,
                            month.toString(),
                            new AccountComputation(new PostContribution(month), books())),
                    month);
        }
        return this;
    }

    KnownFund run(FiscalYear year) {
        years.put(
                run(RunKind.INTEREST, year.toString(), new AccountComputation(new CreditInterest(year), books())),
                year);
        return this;
    }

    private long run(RunKind kind, String period, RunComputation computation) {
        UUID id = id(kind + period);
        Runs.on(database).request(new RunRequest(id, kind, period, null, "fund/1", clock.instant()));
        Run run = new RunWorker(database, TestRules.of(computation::compute), clock, 2)
                .work()
                .orElseThrow();
        assertThat(run.status()).as(run.reason()).isEqualTo(RunStatus.COMPLETED);
        return run.number();
    }

    private static UUID id(String label) {
        return UUID.nameUUIDFromBytes(label.getBytes(UTF_8));
    }

    private static Filing filing(FilingType type, String label) {
        return new Filing(id(label), type, FilingChannel.DATA, LocalDate.parse("2025-06-02"));
    }

    static MemberFact[] takenOver(MemberNumber member, String acquiredOn, long base, long balance) {
        return new MemberFact[] {
            new Told(new MemberTakenOver(
                    member.toString(),
                    HERE,
                    LocalDate.parse(acquiredOn),
                    List.of(),
                    List.of(new PlanBaseSalary(Plan.FIRST, base)),
                    List.of(),
                    filing(FilingType.TAKE_OVER, "take-over of " + member))),
            new Balance(AccountId.ordinary(member, Plan.FIRST, 0), LocalDate.parse("2024-03-31"), new Yen(balance))
        };
    }

    static MemberFact enrolled(MemberNumber member, String acquiredOn, long base) {
        return new Told(new MemberEnrolled(
                member.toString(),
                HERE,
                LocalDate.parse(acquiredOn),
                List.of(new PlanBaseSalary(Plan.FIRST, base)),
                false,
                filing(FilingType.ENROLMENT, "enrolment of " + member + acquiredOn),
                null));
    }

    static MemberFact lost(MemberNumber member, String lostOn) {
        return new Told(new EligibilityLost(
                member.toString(),
                HERE,
                LocalDate.parse(lostOn),
                LossCause.RETIREMENT,
                filing(FilingType.LOSS, "loss of " + member),
                null));
    }

    static MemberFact lossCancelled(MemberNumber member) {
        return new Told(new FilingCancelled(
                member.toString(),
                id("loss of " + member),
                filing(FilingType.CANCELLATION, "cancellation of " + member)));
    }

    static MemberFact base(MemberNumber member, String effectiveFrom, long base) {
        return new Told(new BaseSalaryChanged(
                member.toString(),
                Plan.FIRST,
                LocalDate.parse(effectiveFrom),
                base,
                filing(FilingType.BASE_SALARY_CHANGE, "base salary of " + member + effectiveFrom),
                null));
    }

    static MemberFact transferred(MemberNumber member, String receivedOn, long yen) {
        return new Told(new TransferredIn(
                member.toString(),
                new TransferredAsset(1, Plan.FIRST, LocalDate.parse(receivedOn), "another fund", 24),
                yen,
                filing(FilingType.TRANSFER_IN, "transfer of " + member),
                null));
    }

    static MemberFact deferred(MemberNumber member) {
        return deferred(member, null);
    }

    static MemberFact deferred(MemberNumber member, @Nullable LocalDate until) {
        return new Deferral(until, filing(FilingType.DEFERRAL, "deferral of " + member));
    }
}
