package jp.nenkin.ledger.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.ledger.membership.Facts.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Membership;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.membership.MemberDecider.Change;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** What a fact about a member does to each of the accounts, decided without any store. */
class MemberDeciderTest {
    private static final String MEMBER = "0000001234";
    private static final Books BOOKS =
            new Books(null, null, new Rates(Map.of(new FiscalYear(2024), CreditingRate.parse("3.7"))), PlanData.read());

    private final Map<AccountId, AccountState> accounts = new LinkedHashMap<>();

    @Test
    void an_enrolment_opens_an_account_for_each_plan() {
        List<Change> changes = when(enrolled("2024-04-01", Plan.FIRST, Plan.SECOND));

        assertThat(changes)
                .extracting(Change::account)
                .containsExactly(account(Plan.FIRST, 0), account(Plan.SECOND, 0));
        assertThat(changes)
                .allSatisfy(
                        change -> assertThat(change.events()).singleElement().isInstanceOf(AccountOpened.class));
    }

    @Test
    void a_take_over_opens_an_account_for_each_plan_and_asset_with_the_earlier_months() {
        List<Change> changes = when(takenOver(
                List.of(period("2010-04-01", "2011-04-01"), period("2011-03-20", "2012-01-10")), asset(1), asset(2)));

        assertThat(changes)
                .extracting(Change::account)
                .containsExactly(account(Plan.FIRST, 0), account(Plan.FIRST, 1), account(Plan.FIRST, 2));
        Membership membership = ((AccountOpened) changes.getFirst().events().getFirst()).membership();
        assertThat(membership.joinedOn()).isEqualTo("2010-04-01");
        assertThat(membership.earlierMonths())
                .as("the union of calendar months")
                .isEqualTo(21);
        assertThat(membership.transferredAsset()).isTrue();
        assertThat(((AccountOpened) changes.get(1).events().getFirst())
                        .membership()
                        .creditedMonths())
                .isEqualTo(24);
    }

    @Test
    void a_month_that_two_periods_share_counts_once() {
        List<Change> changes =
                when(takenOver(List.of(period("2014-04-01", "2015-04-20"), period("2013-04-01", "2014-05-10"))));

        assertThat(((AccountOpened) changes.getFirst().events().getFirst())
                        .membership()
                        .earlierMonths())
                .as("April 2013 to March 2015, April 2015 being the current period's")
                .isEqualTo(24);
    }

    @Test
    void a_month_of_an_earlier_period_that_the_current_one_covers_counts_with_the_current_one() {
        List<Change> changes = when(takenOver(List.of(period("2014-04-01", "2015-06-20"))));

        assertThat(((AccountOpened) changes.getFirst().events().getFirst())
                        .membership()
                        .earlierMonths())
                .as("April 2014 to March 2015")
                .isEqualTo(12);
    }

    @Test
    void a_loss_ends_all_accounts_that_have_not_ended() {
        when(takenOver(List.of(), asset(1)));
        balances();

        List<Change> changes = when(lost("2024-10-16"));

        assertThat(changes).extracting(Change::account).containsExactly(account(Plan.FIRST, 0), account(Plan.FIRST, 1));
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.events().getLast()).isInstanceOf(MembershipEnded.class));
        assertThat(accounts.values()).allSatisfy(state -> assertThat(state).isInstanceOf(Payable.class));
        assertThat(refusal(lost("2024-11-16"))).isEqualTo(Refusal.MEMBERSHIP_ALREADY_ENDED);
    }

    @Test
    void one_account_that_refuses_holds_back_the_others() {
        when(takenOver(List.of(), asset(1)));
        evolve(new BalanceTakenOver(account(Plan.FIRST, 0), LocalDate.of(2024, 3, 31), new Yen(100_000)));

        assertThat(refusal(lost("2024-10-16"))).isEqualTo(Refusal.BALANCE_AWAITED);
    }

    @Test
    void an_enrolment_of_somebody_back_resumes_accounts_and_assets() {
        when(takenOver(List.of(), asset(1)));
        balances();
        when(lost("2024-10-16"));

        List<Change> changes = when(enrolled("2024-10-20", Plan.FIRST, Plan.SECOND));

        assertThat(changes)
                .extracting(change -> change.events().getFirst().getClass().getSimpleName())
                .containsExactly("MembershipResumed", "AccountOpened", "MembershipResumed");
        assertThat(((MembershipResumed) changes.getLast().events().getFirst()).baseSalary())
                .isNull();
    }

    @Test
    void a_frozen_account_is_resumed_with_its_months() {
        when(enrolled("2024-04-01", Plan.FIRST));
        when(lost("2024-10-16"));
        assertThat(accounts.values()).singleElement().isInstanceOf(Frozen.class);

        Membership membership = ((MembershipResumed) when(enrolled("2025-02-10", Plan.FIRST))
                        .getFirst()
                        .events()
                        .getFirst())
                .membership();

        assertThat(membership.earlierMonths()).isEqualTo(6);
        assertThat(membership.joinedOn()).isEqualTo("2024-04-01");
    }

    @Test
    void facts_about_somebody_unknown_are_refused() {
        assertThat(refusal(lost("2024-10-16"))).isEqualTo(Refusal.ACCOUNT_NOT_OPEN);
        assertThat(refusal(new BaseSalaryChanged(
                        MEMBER,
                        Plan.FIRST,
                        LocalDate.of(2024, 10, 1),
                        320_000,
                        filing(FilingType.BASE_SALARY_CHANGE),
                        null)))
                .isEqualTo(Refusal.ACCOUNT_NOT_OPEN);
    }

    @Test
    void a_closed_month_is_about_no_member() {
        MonthClosed closed = new MonthClosed(YearMonth.of(2024, 4), Instant.EPOCH);
        assertThatThrownBy(() -> decide(closed)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Change> when(MemberEvent fact) {
        Outcome outcome = decide(fact);
        assertThat(outcome).isInstanceOf(Outcome.Changes.class);
        List<Change> changes = ((Outcome.Changes) outcome).changes();
        changes.forEach(change -> change.events().forEach(this::evolve));
        return changes;
    }

    private Outcome decide(MemberEvent fact) {
        MemberAccounts states = new MemberAccounts(MemberNumber.parse(MEMBER), List.copyOf(accounts.values()));
        return MemberDecider.decideForward(new Told(fact), states, BOOKS, new RightToBenefit(BOOKS.terms(), null));
    }

    private void evolve(AccountEvent event) {
        accounts.merge(
                event.account(),
                AccountEvolution.evolve(accounts.getOrDefault(event.account(), new Unopened(event.account())), event),
                (before, after) -> after);
    }

    private void balances() {
        for (AccountId account : new ArrayList<>(accounts.keySet())) {
            evolve(new BalanceTakenOver(account, LocalDate.of(2024, 3, 31), new Yen(100_000)));
        }
    }

    private Refusal refusal(MemberEvent fact) {
        Outcome outcome = decide(fact);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    private static AccountId account(Plan plan, int ordinal) {
        return new AccountId(MemberNumber.parse(MEMBER), plan, ordinal);
    }

    private static MemberEnrolled enrolled(String acquiredOn, Plan... plans) {
        List<PlanBaseSalary> bases = new ArrayList<>();
        for (Plan plan : plans) {
            bases.add(new PlanBaseSalary(plan, plan == Plan.FIRST ? 300_000 : 1_000));
        }
        return new MemberEnrolled(
                MEMBER, "1000001", LocalDate.parse(acquiredOn), bases, false, filing(FilingType.ENROLMENT), null);
    }

    private static MemberTakenOver takenOver(List<MembershipPeriod> earlier, TransferredAsset... assets) {
        return new MemberTakenOver(
                MEMBER,
                "1000001",
                LocalDate.of(2015, 4, 1),
                earlier,
                List.of(new PlanBaseSalary(Plan.FIRST, 300_000)),
                List.of(assets),
                filing(FilingType.TAKE_OVER));
    }

    private static TransferredAsset asset(int ordinal) {
        return new TransferredAsset(ordinal, Plan.FIRST, LocalDate.of(2016, 4, 1), "another fund", 24);
    }

    private static MembershipPeriod period(String acquiredOn, String lostOn) {
        return new MembershipPeriod(LocalDate.parse(acquiredOn), LocalDate.parse(lostOn));
    }

    private static EligibilityLost lost(String lostOn) {
        return new EligibilityLost(
                MEMBER, "1000001", LocalDate.parse(lostOn), LossCause.RETIREMENT, filing(FilingType.LOSS), null);
    }

    private static Filing filing(FilingType type) {
        return new Filing(
                UUID.nameUUIDFromBytes(type.name().getBytes(UTF_8)),
                type,
                FilingChannel.DATA,
                LocalDate.of(2025, 6, 2));
    }

    @Test
    void only_what_earns_to_a_day_that_has_come_ends() {
        MemoryLedger x = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(Facts.takenOver("2015-04-01", 300_000))
                .when(Facts.balance(FIRST, "2024-03-31", 100_000));
        LocalDate day = LocalDate.of(2024, 12, 10);
        assertThat(MemberDecider.ends(x.accounts(), x.books().on(day))).isEmpty();
        x.when(Facts.lost("2024-10-16"));
        assertThat(MemberDecider.ends(x.accounts(), x.books().on(day))).isEmpty();
        MemoryLedger open = new MemoryLedger(Facts.MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(Facts.takenOver("2015-04-01", 300_000))
                .when(Facts.balance(FIRST, "2024-03-31", 100_000))
                .when(Facts.lost("2024-10-16"))
                .when(Facts.deferred(null, "2024-11-05"));
        assertThat(MemberDecider.ends(open.accounts(), open.books().on(day))).isEmpty();
        x.when(Facts.deferred("2024-12-10", "2024-11-05"));

        assertThat(MemberDecider.ends(x.accounts(), x.books().on(day.minusDays(1))))
                .isEmpty();
        assertThat(MemberDecider.ends(x.accounts(), x.books().on(day)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.account()).isEqualTo(FIRST);
                    // 122,234 yen for three months: 1,130.6… yen.
                    assertThat(change.events().getLast().balance()).isEqualTo(new Yen(122_234 + 1_131));
                });
    }
}
