package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.Given.ESTABLISHMENT;
import static jp.nenkin.ledger.account.Given.filing;
import static jp.nenkin.ledger.account.StatesTest.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.DeferralBegun;
import jp.nenkin.ledger.account.AccountEvent.EstablishmentMoved;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.InterestEnded;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountEvent.RateAwaited;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.StatesTest.State;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What may follow what: the whole table of events and states. */
class EvolutionTest {
    private static final LocalDate MAY = LocalDate.of(2024, 5, 31);
    private static final YearMonth MONTH = YearMonth.of(2024, 5);
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 2);
    private static final Yen ONE = new Yen(1);
    private static final Yen BASE = new Yen(300_000);
    private static final Filing FILING = filing(FilingType.LOSS);
    private static final LocalDate DECEMBER = LocalDate.of(2024, 12, 2);
    private static final Membership MEMBERSHIP = new Membership(ESTABLISHMENT, DECEMBER, DECEMBER, 0, false, 0);

    /** An event with the balance that it would lead to. */
    private static AccountEvent event(String name, AccountState state) {
        Standing at = new Standing(state, state.balance(), state.balance().plus(ONE));
        return switch (name) {
            case "opened" -> new AccountOpened(state.account(), JUNE, MEMBERSHIP, BASE, false, false, FILING);
            case "taken over" -> new BalanceTakenOver(state.account(), LocalDate.of(2024, 3, 31), ONE);
            case "base salary recorded" -> new BaseSalaryRecorded(state.account(), JUNE, BASE, at.same(), FILING, null);
            case "moved" -> new EstablishmentMoved(state.account(), ESTABLISHMENT, JUNE, BASE, at.same(), FILING);
            case "ended" ->
                new MembershipEnded(
                        state.account(), DECEMBER, LossCause.OTHER, AccountStanding.PAYABLE, null, at.same(), FILING);
            case "resumed" -> new MembershipResumed(state.account(), MEMBERSHIP, BASE, at.same(), FILING);
            case "rate awaited" -> new RateAwaited(state.account(), JUNE, new FiscalYear(2025), at.same(), FILING);
            case "deferral begun" -> new DeferralBegun(state.account(), JUNE, null, at.same(), FILING);
            case "interest ended" -> new InterestEnded(state.account(), JUNE, at.same());
            case "paid" ->
                new LumpSumPaid(
                        state.account(), JUNE, new UUID(0, 2), at.same().negated(), at.same(), Yen.ZERO, Yen.ZERO);
            case "excess recovered" ->
                new ExcessRecovered(state.account(), JUNE, new UUID(0, 3), ONE, Yen.ZERO, ONE, ONE, at.same());
            case "excess recorded" -> new ExcessRecorded(state.account(), JUNE, ONE, ONE, at.more(), FILING);
            default -> posting(name, at);
        };
    }

    private record Standing(AccountState state, Yen same, Yen more) {}

    private static AccountEvent posting(String name, Standing at) {
        AccountState state = at.state();
        return switch (name) {
            case "contribution posted" ->
                new ContributionPosted(state.account(), MONTH, MAY, ESTABLISHMENT, BASE, ONE, at.more(), FILING);
            case "contribution adjusted" ->
                new ContributionAdjusted(state.account(), MONTH, MAY, ESTABLISHMENT, BASE, ONE, at.more(), FILING);
            case "transfer credited" ->
                new TransferCredited(state.account(), MAY, ONE, at.more(), "another fund", 0, FILING);
            case "transfer adjusted" -> new TransferAdjusted(state.account(), MAY, ONE, at.more(), FILING);
            case "interest adjusted" -> new InterestAdjusted(state.account(), MAY, ONE, ONE, at.more(), FILING);
            case "interest credited" ->
                new InterestCredited(
                        state.account(),
                        MAY,
                        new CreditingRate(37),
                        Yen.ZERO,
                        EarnedMonths.NONE,
                        null,
                        MONTH,
                        ONE,
                        ONE,
                        at.more());
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            opened                | UNOPENED
            taken over            | AWAITING
            base salary recorded  | AWAITING ACTIVE
            moved                 | ACTIVE
            ended                 | ACTIVE
            resumed               | EARLY PAYABLE DEFERRED WAITING FROZEN
            rate awaited          | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN
            deferral begun        | PAYABLE
            interest ended        | DEFERRED WAITING
            paid                  | PAYABLE CLOSED
            excess recorded       | CLOSED
            excess recovered      | CLOSED
            contribution posted   | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            contribution adjusted | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            transfer credited     | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            transfer adjusted     | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            interest credited     | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            interest adjusted     | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            """)
    void an_event_follows_its_states_and_after_any_other_is_corruption(String name, String states) {
        List<String> allowed = Arrays.asList(states.split(" ", -1));
        for (State each : State.values()) {
            AccountState state = in(each).state;
            AccountEvent event = event(name, state);
            if (allowed.contains(each.name())) {
                assertThat(AccountEvolution.evolve(state, event).balance()).isEqualTo(event.balance());
            } else {
                assertThatThrownBy(() -> AccountEvolution.evolve(state, event))
                        .as(each.name())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("cannot follow");
            }
        }
    }

    @Test
    void an_event_that_says_another_balance_than_it_leads_to_is_corruption() {
        AccountState x = in(State.ACTIVE).state;
        AccountEvent wrong = new ContributionAdjusted(
                x.account(), MONTH, MAY, ESTABLISHMENT, BASE, ONE, x.balance().plus(new Yen(2)), FILING);
        AccountEvent restated = new AccountEvent.AccountRestated(
                MAY, ((Active) x).with(((Active) x).accrual().withEarlier(ONE)), FILING);

        assertThatThrownBy(() -> AccountEvolution.evolve(x, wrong))
                .hasMessageContaining("does not lead to its balance");
        assertThatThrownBy(() -> AccountEvolution.evolve(x, restated))
                .as("its postings come before it")
                .hasMessageContaining("does not lead to its balance");
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountStanding.class,
            names = {"PAYABLE", "WAITING", "FROZEN"},
            mode = Mode.EXCLUDE)
    void no_loss_makes_of_an_account_what_only_something_else_does(AccountStanding standing) {
        AccountState x = in(State.ACTIVE).state;
        AccountEvent ended =
                new MembershipEnded(x.account(), DECEMBER, LossCause.OTHER, standing, null, x.balance(), FILING);

        assertThatThrownBy(() -> AccountEvolution.evolve(x, ended)).hasMessageContaining("cannot follow");
    }

    @Test
    void an_amount_of_before_the_last_crediting_is_in_what_the_interval_opened_with() {
        Active x = (Active) in(State.ACTIVE).state;
        LocalDate march = LocalDate.of(2024, 3, 1);
        AccountEvent earlier = new ContributionAdjusted(
                x.account(),
                YearMonth.of(2024, 3),
                march,
                ESTABLISHMENT,
                BASE,
                new Yen(220),
                x.balance().plus(new Yen(220)),
                FILING);

        Active evolved = (Active) AccountEvolution.evolve(x, earlier);

        assertThat(evolved.accrual().opening()).isEqualTo(new Yen(100_220));
        assertThat(evolved.accrual().current()).isEqualTo(x.accrual().current());
        assertThat(evolved.contributions()).isEqualTo(x.contributions());
    }

    @Test
    void a_month_of_before_a_crediting_on_a_day_is_in_what_the_interval_opened_with() {
        Payable x = (Payable) in(State.PAYABLE).state;
        AccountEvent september = new ContributionAdjusted(
                x.account(),
                YearMonth.of(2024, 9),
                LocalDate.of(2024, 9, 1),
                ESTABLISHMENT,
                BASE,
                new Yen(220),
                x.balance().plus(new Yen(220)),
                FILING);

        Payable evolved = (Payable) AccountEvolution.evolve(x, september);

        assertThat(evolved.accrual().from()).isEqualTo("2024-10-16");
        assertThat(evolved.accrual().opening()).isEqualTo(new Yen(122_454));
        assertThat(evolved.accrual().current().amount()).isEqualTo(Yen.ZERO);
    }

    @Test
    void a_credit_of_before_the_last_one_leaves_the_interval_where_it_begins() {
        Payable x = (Payable) in(State.PAYABLE).state;
        AccountEvent earlier = new InterestCredited(
                x.account(),
                LocalDate.of(2024, 10, 14),
                new CreditingRate(37),
                Yen.ZERO,
                EarnedMonths.NONE,
                null,
                YearMonth.of(2024, 10),
                new Yen(5),
                new Yen(5),
                x.balance().plus(new Yen(5)));

        Payable evolved = (Payable) AccountEvolution.evolve(x, earlier);

        assertThat(evolved.accrual().from()).isEqualTo("2024-10-16");
        assertThat(evolved.accrual().opening()).isEqualTo(new Yen(122_239));
    }

    @Test
    void a_month_posted_behind_the_last_one_leaves_the_last_one_posted() {
        Active x = (Active) in(State.ACTIVE).state;
        AccountEvent may = new ContributionPosted(
                x.account(), MONTH, MAY, ESTABLISHMENT, BASE, ONE, x.balance().plus(ONE), FILING);

        Active evolved = (Active) AccountEvolution.evolve(x, may);

        assertThat(x.contributions().through()).isEqualTo(YearMonth.of(2024, 9));
        assertThat(evolved.contributions()).isEqualTo(x.contributions());
    }
}
