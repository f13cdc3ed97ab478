package jp.nenkin.ledger.explain;

import static jp.nenkin.ledger.explain.KnownFund.base;
import static jp.nenkin.ledger.explain.KnownFund.deferred;
import static jp.nenkin.ledger.explain.KnownFund.enrolled;
import static jp.nenkin.ledger.explain.KnownFund.lossCancelled;
import static jp.nenkin.ledger.explain.KnownFund.lost;
import static jp.nenkin.ledger.explain.KnownFund.takenOver;
import static jp.nenkin.ledger.explain.KnownFund.transferred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.explain.Explanations.Question;
import jp.nenkin.ledger.explain.Figures.AccountExplanation;
import jp.nenkin.ledger.explain.Figures.Difference;
import jp.nenkin.ledger.explain.Figures.Differences;
import jp.nenkin.ledger.explain.Figures.SubjectKind;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.ServiceConnections;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hundreds of accounts of a real journal, corrected ones among them, explained at two times. */
class ExplainedFundTest {
    private static final long[] BASES = {88_000, 142_000, 300_000, 440_000, 650_000};
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 31);
    private static final int EACH = System.getProperty("long") == null ? 16 : 140;
    private static final int KINDS = 6;
    private static final MemberNumber X = new MemberNumber(9_999);
    private static final MemberNumber ENDED = new MemberNumber(9_998);
    private static final LocalDate END = LocalDate.of(2025, 6, 14);

    private static LedgerDatabase database;
    private static ServiceConnections pooled;
    private static KnownFund fund;
    private static Instant beforeCorrections;
    private static List<AccountId> accounts;

    @BeforeAll
    static void fund() {
        database = LedgerDatabase.start();
        pooled = new ServiceConnections(database.jdbcUrl(), database.password());
        fund = new KnownFund(database);
        Random random = new Random(20250331);
        fund.tell(X, takenOver(X, "2015-04-01", 300_000, 100_000));
        fund.tell(ENDED, takenOver(ENDED, "2015-04-01", 300_000, 100_000));
        each(
                0,
                5,
                member -> fund.tell(
                        member, takenOver(member, "2015-04-01", grade(random), 1 + random.nextInt(5_000_000))));
        each(5, 6, member -> fund.tell(member, takenOver(member, "2023-04-01", grade(random), 39_600)));
        fund.record().runMonths("2024-04", "2024-09");
        each(0, 2, member -> fund.tell(member, transferred(member, "2024-06-10", 1 + random.nextInt(3_000_000))));
        fund.tell(ENDED, lost(ENDED, "2024-10-16"));
        each(2, 4, member -> fund.tell(member, lost(member, "2024-10-16")));
        each(5, 6, member -> fund.tell(member, lost(member, "2024-10-16")));
        fund.record().runMonths("2024-10", "2025-01");
        each(5, 6, member -> fund.tell(member, enrolled(member, "2025-02-10", grade(random))));
        fund.record().runMonths("2025-02", "2025-05").run(new FiscalYear(2024));
        beforeCorrections = fund.clock.instant();
        fund.tell(X, base(X, "2024-10-01", 320_000));
        each(1, 2, member -> fund.tell(member, base(member, "2024-10-01", 320_000)));
        each(2, 3, member -> fund.tell(member, lossCancelled(member)));
        each(3, 4, member -> fund.tell(member, deferred(member)));
        each(4, 5, member -> fund.tell(member, transferred(member, "2024-12-20", 1 + random.nextInt(3_000_000))));
        each(6, 7, member -> fund.tell(member, enrolled(member, "2024-11-05", grade(random))));
        fund.tell(ENDED, deferred(ENDED, END));
        fund.record();
        fund.comesTo(ENDED, END);
        accounts = accounts();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static void each(int firstKind, int endKind, Consumer<MemberNumber> act) {
        for (int number = firstKind * EACH; number < endKind * EACH; number++) {
            act.accept(new MemberNumber(number + 1L));
        }
    }

    private static long grade(Random random) {
        return BASES[random.nextInt(BASES.length)];
    }

    private static List<AccountId> accounts() {
        List<AccountId> found = new ArrayList<>();
        database.look("select id from stream where kind = 'ACCOUNT' order by id")
                .forEach(id -> found.add(new StreamId(Long.parseLong(id)).account()));
        return found;
    }

    private static AccountExplanation explained(AccountId account, LocalDate asOf, @Nullable Instant knownAt) {
        return pooled.as("officer", () -> fund.explanations.of(account, new Question(asOf, knownAt, null)));
    }

    private static AccountId first(MemberNumber member) {
        return AccountId.ordinary(member, Plan.FIRST, 0);
    }

    @Test
    void of_every_account_every_part_has_its_event_and_the_parts_are_the_figures() {
        int corrected = 0;
        int parts = 0;
        for (AccountId account : accounts) {
            AddedUp march = AddedUp.of(explained(account, MARCH, null));
            AddedUp.of(explained(account, MAY, null));
            corrected += march.corrected() > 0 ? 1 : 0;
            parts += march.parts();
        }
        assertThat(accounts).hasSizeGreaterThan(8 * EACH);
        assertThat(corrected).isGreaterThan(KINDS * EACH / 4);
        assertThat(parts).isGreaterThan(8 * accounts.size());
    }

    @Test
    void the_same_day_is_another_figure_to_who_knew_less() {
        AccountExplanation before = explained(first(X), MARCH, beforeCorrections);
        AccountExplanation now = explained(first(X), MARCH, null);

        AddedUp.of(before);
        assertThat(before.balance()).isEqualTo(144_094);
        assertThat(before.credits().getFirst().interest()).isEqualTo(4_494);
        assertThat(now.balance()).isEqualTo(145_428);
        assertThat(now.credits().getFirst().interest()).isEqualTo(4_508);
    }

    @Test
    void a_deferral_that_ended_on_its_day_is_explained_before_the_months_run() {
        AccountExplanation dayBefore = explained(first(ENDED), END.minusDays(1), null);
        AccountExplanation ended = explained(first(ENDED), END, null);

        AddedUp.of(dayBefore);
        AddedUp.of(ended);
        assertThat(dayBefore.balance()).isEqualTo(124_496);
        assertThat(ended.balance()).isEqualTo(125_866);
    }

    @Test
    void every_account_is_explained_as_it_was_known_before_the_corrections() {
        for (AccountId account : accounts.subList(0, 2 * EACH)) {
            AddedUp.of(explained(account, MARCH, beforeCorrections));
        }
    }

    @Test
    void a_runs_rows_are_known_from_its_close() {
        StreamId stream = StreamId.of(first(X));
        KnownEvent interest = database.as(
                "officer",
                () -> fund.known.history(stream, beforeCorrections).stream()
                        .filter(event -> event.row().type().contains("InterestCredited"))
                        .findFirst()
                        .orElseThrow());
        assertThat(interest.row().recordedAt()).isBefore(interest.from());

        assertThat(explained(first(X), MARCH, interest.from()).balance()).isEqualTo(144_094);
        assertThat(explained(first(X), MARCH, interest.from().minusNanos(1_000)).balance())
                .isEqualTo(139_600);
    }

    @Test
    void the_events_between_two_views_are_their_difference() {
        for (AccountId account : accounts) {
            Differences differences = differences(account, MARCH, beforeCorrections, null);
            long sum = differences.events().stream()
                    .mapToLong(each -> each.event().amount())
                    .sum();
            assertThat(sum).isEqualTo(differences.difference());
            assertThat(differences.balanceTo() - differences.balanceFrom()).isEqualTo(sum);
        }
        Differences x = differences(first(X), MARCH, beforeCorrections, null);
        assertThat(x.difference()).isEqualTo(1_334);
        List<Difference> money =
                x.events().stream().filter(each -> each.event().amount() != 0).toList();
        assertThat(money).hasSize(7).allSatisfy(each -> {
            assertThat(each.compensates()).isNotNull();
            assertThat(each.event().filing()).isNotNull();
        });
        assertThat(money.getLast().subject()).satisfies(subject -> {
            assertThat(subject.kind()).isEqualTo(SubjectKind.INTEREST);
            assertThat(subject.on()).isEqualTo(MARCH);
        });
    }

    private static Differences differences(AccountId account, LocalDate asOf, Instant from, @Nullable Instant to) {
        return pooled.as("officer", () -> fund.explanations.between(account, asOf, from, to));
    }

    @Test
    void instants_to_come_and_instants_reversed_are_refused() {
        Instant toCome = fund.clock.instant().plusSeconds(60);
        refused(LedgerProblem.KNOWN_AT_TO_COME, () -> explained(first(X), MARCH, toCome));
        refused(LedgerProblem.VIEWS_REVERSED, () -> differences(first(X), MARCH, beforeCorrections, beforeCorrections));
    }

    @Test
    void an_instant_that_an_append_under_way_may_belong_to_is_refused_until_it_has_ended() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Boolean> append = CompletableFuture.supplyAsync(() -> database.asSystem(() -> {
            Journal.on(database).begin(List.of(new MemberNumber(1)), fund.clock);
            begun.countDown();
            asked.await();
            return true;
        }));
        begun.await();
        Instant meanwhile = fund.clock.instant();
        Instant longBefore = meanwhile.minusSeconds(3_600);
        try {
            refused(LedgerProblem.KNOWN_AT_NOT_SETTLED, () -> explained(first(X), MARCH, meanwhile));
            assertThat(pooled.as("officer", () -> fund.known.history(StreamId.of(first(X)), longBefore)))
                    .isEmpty();
        } finally {
            asked.countDown();
        }
        assertThat(append.get()).isTrue();
        assertThat(explained(first(X), MARCH, meanwhile).balance()).isEqualTo(145_428);
    }

    private static void refused(LedgerProblem code, Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
