package jp.nenkin.ledger.account;

import static jp.nenkin.ledger.account.Given.ESTABLISHMENT;
import static jp.nenkin.ledger.account.Given.account;
import static jp.nenkin.ledger.account.Given.exampleX;
import static jp.nenkin.ledger.account.Given.filing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountCommand.Asset;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.Defer;
import jp.nenkin.ledger.account.AccountCommand.EndDeferral;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Move;
import jp.nenkin.ledger.account.AccountCommand.Pay;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountCommand.ReceiveTransfer;
import jp.nenkin.ledger.account.AccountCommand.Recover;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each state allows: the whole table of commands and states. */
class StatesTest {
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 2);

    enum State {
        UNOPENED,
        AWAITING,
        EARLY,
        ACTIVE,
        PAYABLE,
        DEFERRED,
        WAITING,
        FROZEN,
        PENDING,
        CLOSED
    }

    static Given in(State state) {
        return switch (state) {
            case UNOPENED -> account(Plan.FIRST).booksThrough("2024-09", 2023);
            case AWAITING -> in(State.UNOPENED).when(Given.takeOver("2015-04-01", 300_000));
            case EARLY -> in(State.UNOPENED).when(transfer());
            case ACTIVE -> exampleX().runMonths("2024-04", "2024-09");
            case PAYABLE -> in(State.ACTIVE).when(Given.loss("2024-10-16"));
            case DEFERRED -> in(State.PAYABLE).when(new Defer(null, filing(FilingType.DEFERRAL)));
            case WAITING -> in(State.ACTIVE).when(Given.loss("2024-10-16", new EndMembership.Wait(null)));
            case FROZEN -> in(State.ACTIVE).when(Given.loss("2024-10-16", new EndMembership.NoRight()));
            case PENDING ->
                account(Plan.FIRST)
                        .when(Given.takeOver("2015-04-01", 300_000))
                        .when(new TakeOverBalance(LocalDate.of(2020, 3, 31), new Yen(100_000)))
                        .when(Given.loss("2020-10-16"));
            case CLOSED -> in(State.PAYABLE).when(payment());
        };
    }

    private static AccountCommand command(String name) {
        return switch (name) {
            case "enrol" -> Given.enrol("2025-06-02", 300_000);
            case "resume" -> new Resume(ESTABLISHMENT, JUNE, filing(FilingType.ENROLMENT));
            case "move" -> new Move(ESTABLISHMENT, JUNE, new Yen(300_000), filing(FilingType.ESTABLISHMENT_CHANGE));
            case "open for take-over" -> Given.takeOver("2015-04-01", 300_000);
            case "take over balance" -> new TakeOverBalance(LocalDate.of(2024, 3, 31), new Yen(100_000));
            case "receive transfer" -> transfer();
            case "change base salary" -> Given.baseSalary("2024-10-01", 320_000);
            case "end membership" -> Given.loss("2025-06-02");
            case "defer" -> new Defer(null, filing(FilingType.DEFERRAL));
            case "end deferral" -> new EndDeferral(JUNE);
            case "pay" -> payment();
            case "recover" -> recovery(0, 66);
            case "recover a yen of 0" -> recovery(1, 0);
            case "recover 67 yen of a rounding of 66" -> recovery(0, 67);
            case "catch up" -> new CatchUp();
            case "post contribution" -> new PostContribution(YearMonth.of(2024, 10));
            case "credit interest" -> new CreditInterest(new FiscalYear(2024));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ReceiveTransfer transfer() {
        Asset asset = new Asset(LocalDate.of(2024, 5, 10), new Yen(100_000), "another fund", 12);
        return new ReceiveTransfer(null, asset, filing(FilingType.TRANSFER_IN));
    }

    private static Pay payment() {
        return new Pay(JUNE, new UUID(0, 1), new Yen(122_234), new Yen(66));
    }

    private static Recover recovery(long recovered, long rounding) {
        return new Recover(
                JUNE,
                new UUID(0, 2),
                new Yen(recovered),
                new Yen(rounding),
                new Yen(recovered).plus(new Yen(rounding)));
    }

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            enrol              | accepted                 | UNOPENED EARLY PAYABLE DEFERRED WAITING FROZEN
            enrol              | ACCOUNT_ALREADY_OPEN     | AWAITING ACTIVE CLOSED
            enrol              | nothing                  | PENDING
            resume             | ACCOUNT_NOT_OPEN         | UNOPENED
            resume             | accepted                 | EARLY PAYABLE DEFERRED WAITING FROZEN
            resume             | ACCOUNT_ALREADY_OPEN     | AWAITING ACTIVE CLOSED
            resume             | nothing                  | PENDING
            move               | ACCOUNT_NOT_OPEN         | UNOPENED
            move               | BALANCE_AWAITED          | AWAITING
            move               | accepted                 | ACTIVE
            move               | history                  | EARLY PAYABLE DEFERRED WAITING FROZEN CLOSED
            move               | nothing                  | PENDING
            open for take-over | accepted                 | UNOPENED
            open for take-over | ACCOUNT_ALREADY_OPEN     | AWAITING EARLY ACTIVE PAYABLE
            open for take-over | ACCOUNT_ALREADY_OPEN     | DEFERRED WAITING FROZEN PENDING CLOSED
            take over balance  | ACCOUNT_NOT_OPEN         | UNOPENED
            take over balance  | accepted                 | AWAITING
            take over balance  | BALANCE_NOT_AWAITED      | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            receive transfer   | accepted                 | UNOPENED
            receive transfer   | ACCOUNT_ALREADY_OPEN     | AWAITING EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN CLOSED
            receive transfer   | nothing                  | PENDING
            change base salary | ACCOUNT_NOT_OPEN         | UNOPENED
            change base salary | accepted                 | AWAITING ACTIVE
            change base salary | history                  | EARLY PAYABLE DEFERRED WAITING FROZEN CLOSED
            change base salary | nothing                  | PENDING
            end membership     | ACCOUNT_NOT_OPEN         | UNOPENED
            end membership     | BALANCE_AWAITED          | AWAITING
            end membership     | accepted                 | ACTIVE
            end membership     | MEMBERSHIP_ALREADY_ENDED | EARLY PAYABLE DEFERRED WAITING FROZEN CLOSED
            end membership     | nothing                  | PENDING
            defer              | accepted                 | PAYABLE
            defer              | NOT_PAYABLE              | UNOPENED AWAITING EARLY ACTIVE
            defer              | NOT_PAYABLE              | DEFERRED WAITING FROZEN CLOSED
            defer              | nothing                  | PENDING
            end deferral       | accepted                 | DEFERRED WAITING
            end deferral       | NOT_DEFERRED             | UNOPENED AWAITING EARLY ACTIVE PAYABLE FROZEN CLOSED
            end deferral       | nothing                  | PENDING
            pay                | accepted                 | PAYABLE CLOSED
            pay                | NOT_PAYABLE              | UNOPENED AWAITING EARLY ACTIVE DEFERRED WAITING FROZEN
            pay                | nothing                  | PENDING
            recover            | accepted                 | CLOSED
            recover            | NOT_PAYABLE              | UNOPENED AWAITING EARLY ACTIVE PAYABLE
            recover            | NOT_PAYABLE              | DEFERRED WAITING FROZEN PENDING
            recover a yen of 0 | NOTHING_PAID_TOO_MUCH    | CLOSED
            recover 67 yen of a rounding of 66 | NOTHING_PAID_TOO_MUCH | CLOSED
            catch up           | ACCOUNT_NOT_OPEN         | UNOPENED
            catch up           | BALANCE_AWAITED          | AWAITING
            catch up           | nothing                  | EARLY ACTIVE PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            post contribution  | ACCOUNT_NOT_OPEN         | UNOPENED
            post contribution  | BALANCE_AWAITED          | AWAITING
            post contribution  | accepted                 | ACTIVE
            post contribution  | nothing                  | EARLY PAYABLE DEFERRED WAITING FROZEN PENDING CLOSED
            credit interest    | ACCOUNT_NOT_OPEN         | UNOPENED
            credit interest    | BALANCE_AWAITED          | AWAITING
            credit interest    | EARLIER_PERIOD_NOT_RUN   | ACTIVE
            credit interest    | accepted                 | EARLY WAITING
            credit interest    | nothing                  | PAYABLE DEFERRED FROZEN PENDING CLOSED
            """)
    void each_state_answers_each_command(String name, String answer, String states) {
        for (String state : states.split(" ", -1)) {
            assertThat(answer(in(State.valueOf(state)), command(name)))
                    .as(state)
                    .isEqualTo(answer);
        }
    }

    private static String answer(Given account, AccountCommand command) {
        return switch (AccountDecider.decide(account.state, command, account.books())) {
            case Decision.Accepted accepted -> accepted.turns().isEmpty() ? "nothing" : "accepted";
            case Decision.Retroactive retroactive -> "history";
            case Decision.Refused refused -> refused.refusal().name();
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EARLY, WAITING",
        "ACTIVE, ACTIVE",
        "PAYABLE, PAYABLE",
        "DEFERRED, DEFERRED",
        "WAITING, WAITING",
        "FROZEN, FROZEN"
    })
    void each_state_has_its_standing(State state, AccountStanding standing) {
        assertThat(((AccountState.Opened) in(state).state).standing()).isEqualTo(standing);
    }
}
