package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** What is asked of an account; all it depends on comes with it. */
public sealed interface AccountCommand {

    /** Begin an account for a new member, or go on with the one of somebody who is back. */
    record Enrol(EstablishmentNumber establishment, LocalDate acquiredOn, Yen baseSalary, Filing filing)
            implements AccountCommand {}

    /** Go on with the sub-account of a transferred asset whose member is back. */
    record Resume(EstablishmentNumber establishment, LocalDate acquiredOn, Filing filing) implements AccountCommand {}

    /**
     * Begin an account of a former system; its balance comes by {@link TakeOverBalance}.
     *
     * @param baseSalary none for a transferred asset
     * @param creditedMonths months that a transferred asset carries, 0 otherwise
     */
    record OpenForTakeOver(Membership membership, @Nullable Yen baseSalary, int creditedMonths, Filing filing)
            implements AccountCommand {}

    /** Bring in the balance right after the former system's last crediting, a 31 March. */
    record TakeOverBalance(LocalDate creditedOn, Yen balance) implements AccountCommand {}

    /** Record a base salary from 1 April or 1 October on, and correct the months posted otherwise. */
    record ChangeBaseSalary(
            LocalDate effectiveFrom,
            Yen baseSalary,
            Filing filing,
            @Nullable UUID replaces) implements AccountCommand {}

    /** End membership: last contribution for the month before, interest on the day before. */
    record EndMembership(LocalDate lostOn, LossCause cause, Filing filing) implements AccountCommand {}

    /** Post and credit what the books have come to and the account has not. */
    record CatchUp() implements AccountCommand {}

    /** Post the contribution of a month, as the month's run does. */
    record PostContribution(YearMonth month) implements AccountCommand {}

    /** Credit the 31 March of a fiscal year, as the year's run does. */
    record CreditInterest(FiscalYear year) implements AccountCommand {}
}
