package jp.nenkin.ledger.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.events.YearClosed.SealRoot;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountStateCodec;
import jp.nenkin.ledger.account.Accrual;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.oracle.FiledLives;
import jp.nenkin.ledger.oracle.FiledLives.Dated;
import jp.nenkin.ledger.oracle.FiledLives.FiledLife;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second computation beside the ledger: it agrees where the ledger is right, and names who is wrong. */
class SecondComputationTest {
    private static final String ESTABLISHMENT = "1000001";
    private static final FiscalYear YEAR = new FiscalYear(2024);
    private static final AccountId X = account(1234);
    private static final int BEGIN = 2021;

    private static LedgerDatabase database;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void it_comes_to_the_worked_example_on_its_own() {
        ClosedFund fund = withX().runMonths("2024-04", "2025-05").run(YEAR);

        assertThat(fund.differences(YEAR)).isEmpty();
        assertThat(fund.second(X, YEAR)).containsExactly("39600 4494 144094");
    }

    @Test
    void it_agrees_on_accounts_that_were_lost_frozen_and_restored() {
        AccountId waiting = account(3001);
        AccountId frozen = account(3002);
        ClosedFund fund = withX();
        takeOver(fund, waiting, "2015-04-01", 100_000);
        takeOver(fund, frozen, "2023-04-01", 39_600);
        fund.runMonths("2024-04", "2025-03");
        fund.when(waiting.member(), lost(waiting, "2024-10-16"), enrolled(waiting, "2024-10-20"));
        fund.when(frozen.member(), lost(frozen, "2024-10-16"), enrolled(frozen, "2025-02-10"));
        fund.run(YEAR);

        assertThat(fund.differences(YEAR)).isEmpty();
        assertThat(fund.second(waiting, YEAR).getFirst()).endsWith(" 144510");
        assertThat(fund.second(frozen, YEAR).getFirst()).endsWith(" 67534");
    }

    @Test
    void it_follows_a_deferral_and_its_payment() {
        AccountId deferred = account(3001);
        ClosedFund fund = withX().rate(2025, "4.4");
        takeOver(fund, deferred, "2015-04-01", 100_000);
        fund.runMonths("2024-04", "2025-03").run(YEAR);
        fund.when(
                deferred.member(),
                lost(deferred, "2024-10-16"),
                new MemberFact.Deferral(LocalDate.of(2025, 8, 20), filed(FilingType.DEFERRAL)));
        fund.runMonths("2025-04", "2025-09").close(YEAR);
        fund.when(
                deferred.member(),
                new MemberFact.Payment(UUID.randomUUID(), LocalDate.of(2025, 10, 1), 0, Set.of(Plan.FIRST)));
        fund.runMonths("2025-10", "2026-03").run(YEAR.next());

        assertThat(fund.second(deferred, YEAR).getFirst()).endsWith(" 124496");
        assertThat(fund.differences(YEAR.next())).isEmpty();
        assertThat(fund.second(deferred, YEAR.next())).containsExactly("0 2283 0");
        // Two accounts; the loss that was filed late takes back five months of contributions. Paid: 126,779.
        assertThat(fund.computed(YEAR.next())).contains(" -126779 = ");
    }

    @Test
    void money_that_came_back_and_is_paid_again_leaves_the_closing_as_it_is() {
        AccountId paid = account(3001);
        ClosedFund fund = withX();
        takeOver(fund, paid, "2015-04-01", 100_000);
        fund.runMonths("2024-04", "2024-09");
        MemberFact lowered = based(paid, "2024-09-01", 280_000);
        fund.when(
                paid.member(),
                lost(paid, "2024-10-16"),
                payment("2024-12-20"),
                lowered,
                new MemberFact.Recovery(UUID.randomUUID(), LocalDate.of(2025, 1, 10), 0, Plan.FIRST, new Yen(200)));
        fund.runMonths("2024-10", "2025-02");
        fund.when(
                paid.member(),
                told(new FilingCancelled(
                        paid.member().toString(), lowered.filing().orElseThrow().id(), filed(FilingType.CANCELLATION))),
                payment("2025-03-10"));
        fund.runMonths("2025-03", "2025-03").run(YEAR);

        assertThat(fund.differences(YEAR)).isEmpty();
        assertThat(fund.second(paid, YEAR)).containsExactly("19800 2434 0");
    }

    private static MemberFact payment(String paidOn) {
        return new MemberFact.Payment(UUID.randomUUID(), LocalDate.parse(paidOn), 0, Set.of(Plan.FIRST));
    }

    @Test
    void a_wrong_yen_month_in_one_account_is_named() {
        AccountId wrong = account(77);
        ClosedFund fund = withX();
        takeOver(fund, wrong, "2015-04-01", 100_000);
        takeOver(fund, account(78), "2015-04-01", 250_000);
        fund.runMonths("2024-04", "2025-03");
        plantYenMonth(fund, wrong);
        fund.run(YEAR);

        UUID closing = fund.compute(YEAR);

        assertThat(fund.differences(closing))
                .containsExactly("0000000077/FIRST/0 2024 YEN_MONTHS 2025-03-31: 1457401 1457400");
        assertThat(fund.approve(closing)).isFalse();
    }

    /** As if the state on the newest row had gone wrong by a yen in one month. */
    private static void plantYenMonth(ClosedFund fund, AccountId account) {
        Active active = (Active) fund.state(account);
        Accrual right = active.accrual();
        Accrual.YearSum current = right.current();
        Accrual wrong = new Accrual(
                right.from(),
                right.opening(),
                right.year(),
                new Accrual.YearSum(current.amount(), current.yenMonths() + 1),
                right.following(),
                right.earning());
        String state = HexFormat.of().formatHex(AccountStateCodec.bytes(active.with(wrong)));
        fund.database.asSuperuser("update journal set state = decode('" + state + "', 'hex') where stream = "
                + StreamId.of(account).value() + " and segment = (select generation from head)");
    }

    @Test
    void wrong_interest_a_missing_credit_and_an_amount_out_of_nowhere_are_named() {
        ClosedFund fund = withX();
        takeOver(fund, account(77), "2015-04-01", 100_000);
        fund.runMonths("2024-04", "2025-03").run(YEAR);
        fund.plant(account(77), "jp.nenkin.ledger.InterestAdjusted.v1", LocalDate.of(2025, 3, 31), 1, "{}");
        fund.plant(account(79), "jp.nenkin.ledger.ContributionPosted.v1", LocalDate.of(2024, 5, 1), 3_300, "{}");
        database.asSuperuser("delete from journal where type = 'jp.nenkin.ledger.InterestCredited.v1' and stream = "
                + StreamId.of(X).value());
        fund.pass("2024");

        assertThat(fund.differences(YEAR))
                .containsExactly(
                        "0000000077/FIRST/0 2024 CLOSING null: 144095 144094",
                        "0000000079/FIRST/0 2024 NOT_OPENED null: null null",
                        "0000001234/FIRST/0 2024 CREDIT 2025-03-31: null 4494",
                        "0000001234/FIRST/0 2024 CLOSING null: 139600 144094");
    }

    @Test
    void months_outside_membership_earn_at_the_cap_for_who_joined_late_enough() {
        AccountId capped = account(3003);
        ClosedFund fund = withX();
        takeOver(fund, capped, "2023-10-01", 100_000);
        fund.runMonths("2024-04", "2024-12");
        fund.when(
                capped.member(),
                told(transferred(capped, "2024-04-01")),
                lost(capped, "2024-10-16"),
                enrolled(capped, "2025-01-10"));
        fund.runMonths("2025-01", "2025-03").run(YEAR);

        assertThat(fund.differences(YEAR)).isEmpty();
        // 122,234 at the loss; October to December at 2.5, January to March at 3.7: 1,956.
        assertThat(fund.second(capped, YEAR)).containsExactly("29700 4390 134090");
    }

    @Test
    void a_correction_in_a_closed_year_is_computed_with_the_next() {
        FiscalYear next = YEAR.next();
        ClosedFund fund =
                withX().rate(2025, "4.4").runMonths("2024-04", "2025-03").run(YEAR);
        fund.close(YEAR);
        assertThat(fund.second(X, YEAR)).containsExactly("39600 4494 144094");
        fund.when(X.member(), based(X, "2024-10-01", 320_000));
        fund.runMonths("2025-04", "2026-03").run(next);

        UUID closing = fund.compute(next);
        assertThat(fund.differences(closing)).isEmpty();
        assertThat(fund.second(X, YEAR)).containsExactly("40920 4508 145428");
        assertThat(fund.second(X, next)).containsExactly("42240 7406 195074");
        // What the year closed with stays; its correction, 1,320 and 14 of interest, stands in the next.
        assertThat(fund.closed(YEAR)).isEqualTo("1: 100000 +0 +39600 +4494 -0 = 144094");
        assertThat(fund.computed(next)).isEqualTo("1: 144094 +1334 +42240 +7406 -0 = 195074");
        assertThat(fund.approve(closing)).isTrue();
        assertThat(fund.closed(next)).isEqualTo(fund.computed(next));
    }

    @Test
    void only_what_agrees_is_closed_by_another_person_and_once() {
        ClosedFund fund = withX().runMonths("2024-04", "2025-03").run(YEAR);
        UUID closing = fund.compute(YEAR);
        assertThatThrownBy(() -> fund.database.asSuperuser(
                        "update year_closing set status = 'CLOSED', approved_by = requested_by, approver_name = 'a',"
                                + " approved_at = now()"))
                .hasMessageContaining("four_eyes");
        assertThat(fund.earlierOpen(YEAR.next())).contains(2024);
        assertThat(fund.earlierOpen(YEAR)).isEmpty();
        fund.database.asSuperuser("""
                insert into seal (number, kind, period, segment, from_xid, streams, root, previous, hash, sealed_at)
                select 1, 'DAY', '2025-06-14', min(id), 0, 1, decode(repeat('0a', 32), 'hex'),
                       decode(repeat('00', 32), 'hex'), decode(repeat('0b', 32), 'hex'), now() from segment
                """);
        assertThat(fund.approve(closing)).isTrue();
        assertThat(fund.approve(closing)).isFalse();
        assertThat(fund.earlierOpen(YEAR.next())).isEmpty();
        assertThat(fund.seal(closing)).isEqualTo(new SealRoot(1, "0a".repeat(32)));
    }

    @Test
    void it_agrees_on_seeded_lives_told_by_an_imperfect_office() {
        ClosedFund fund = new ClosedFund(database, YearMonth.of(BEGIN, 4)).rate(BEGIN - 1, "2.0");
        List<FiledLife> lives = FiledLives.beginningIn(BEGIN, Integer.getInteger("nenkin.lives", 160));
        lives.forEach(life -> fund.born(life.member(), life.born()));
        List<Dated> filed = lives.stream()
                .flatMap(life -> life.facts().stream())
                .sorted(Comparator.comparing(Dated::day))
                .toList();
        OfficeCalendar calendar = new OfficeCalendar(fund);
        for (Dated dated : filed) {
            calendar.reach(dated.day());
            calendar.take(dated);
        }

        assertThat(calendar.notTaken()).isLessThan(filed.size() / 20);
        assertThat(lives).hasSizeGreaterThan(10);
        assertThat(database.look("select count(*) > %d from second_closing".formatted(3 * lives.size())))
                .containsExactly("t");
    }

    /** Example X of the domain rules: 100,000 yen at 31 March 2024, 300,000 a month. */
    private static ClosedFund withX() {
        ClosedFund fund = new ClosedFund(database, YearMonth.of(2024, 4)).rate(2024, "3.7");
        takeOver(fund, X, "2015-04-01", 100_000);
        return fund;
    }

    private static void takeOver(ClosedFund fund, AccountId account, String joinedOn, long balance) {
        fund.when(
                account.member(),
                told(new MemberTakenOver(
                        account.member().toString(),
                        ESTABLISHMENT,
                        LocalDate.parse(joinedOn),
                        List.of(),
                        List.of(new PlanBaseSalary(Plan.FIRST, 300_000)),
                        List.of(),
                        filed(FilingType.TAKE_OVER))),
                new MemberFact.Balance(account, LocalDate.of(2024, 3, 31), new Yen(balance)));
    }

    private static MemberFact lost(AccountId account, String day) {
        return told(new EligibilityLost(
                account.member().toString(),
                ESTABLISHMENT,
                LocalDate.parse(day),
                LossCause.RETIREMENT,
                filed(FilingType.LOSS),
                null));
    }

    private static MemberFact enrolled(AccountId account, String day) {
        return told(new MemberEnrolled(
                account.member().toString(),
                ESTABLISHMENT,
                LocalDate.parse(day),
                List.of(new PlanBaseSalary(Plan.FIRST, 300_000)),
                true,
                filed(FilingType.ENROLMENT),
                null));
    }

    private static MemberFact based(AccountId account, String day, long base) {
        return told(new BaseSalaryChanged(
                account.member().toString(),
                Plan.FIRST,
                LocalDate.parse(day),
                base,
                filed(FilingType.BASE_SALARY_CHANGE),
                null));
    }

    private static TransferredIn transferred(AccountId account, String day) {
        return new TransferredIn(
                account.member().toString(),
                new TransferredAsset(1, Plan.FIRST, LocalDate.parse(day), "another fund", 12),
                50_000,
                filed(FilingType.TRANSFER_IN),
                null);
    }

    private static MemberFact told(MemberEvent event) {
        return new MemberFact.Told(event);
    }

    private static Filing filed(FilingType type) {
        return new Filing(UUID.randomUUID(), type, FilingChannel.DATA, LocalDate.of(2025, 4, 1));
    }

    private static AccountId account(long member) {
        return new AccountId(new MemberNumber(member), Plan.FIRST, 0);
    }
}
