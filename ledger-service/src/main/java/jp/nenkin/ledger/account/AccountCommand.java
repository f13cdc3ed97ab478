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

    /**
     * Begin an account, or go on with the one of somebody who is back.
     *
     * @param membership of which an account that goes on takes the establishment and the day of acquisition
     * @param openedOn the day of acquisition, or of a move to an establishment that offers the plan
     */
    record Enrol(Membership membership, LocalDate openedOn, Yen baseSalary, Filing filing) implements AccountCommand {}

    /** Go on with an account that gets no contributions at first: of a transferred asset, or of a plan not offered. */
    record Resume(EstablishmentNumber establishment, LocalDate acquiredOn, Filing filing) implements AccountCommand {}

    /** Go on at another establishment; without a base salary the plan is not offered there. */
    record Move(
            EstablishmentNumber establishment,
            LocalDate movedOn,
            @Nullable Yen baseSalary,
            Filing filing) implements AccountCommand {}

    /**
     * Begin an account of a former system; its balance comes by {@link TakeOverBalance}.
     *
     * @param baseSalary none for a transferred asset
     */
    record OpenForTakeOver(Membership membership, @Nullable Yen baseSalary, Filing filing) implements AccountCommand {}

    /** Bring in the balance right after the former system's last crediting, a 31 March. */
    record TakeOverBalance(LocalDate creditedOn, Yen balance) implements AccountCommand {}

    /**
     * Credit an asset brought from another plan.
     *
     * @param membership that it was brought into; none before its member joined
     */
    record ReceiveTransfer(@Nullable Membership membership, Asset asset, Filing filing) implements AccountCommand {}

    /** An asset: when it was received, how much, from where, with how many months. */
    record Asset(LocalDate receivedOn, Yen amount, String source, int creditedMonths) {}

    /** Record a base salary from 1 April or 1 October on, and correct the months posted otherwise. */
    record ChangeBaseSalary(
            LocalDate effectiveFrom,
            Yen baseSalary,
            Filing filing,
            @Nullable UUID replaces) implements AccountCommand {}

    /**
     * End membership: last contribution for the month before, interest on the day before.
     *
     * @param outcome what the person's whole membership makes of the accounts
     */
    record EndMembership(LocalDate lostOn, LossCause cause, Outcome outcome, Filing filing) implements AccountCommand {

        /** What the account is after the loss. */
        public sealed interface Outcome {}

        /** There is a right to a benefit. */
        public record Right() implements Outcome {}

        /** There is none. */
        public record NoRight() implements Outcome {}

        /**
         * The benefit is awaited, earning each 31 March.
         *
         * @param until the day a right to an old-age benefit arises; none while unknown
         */
        public record Wait(@Nullable LocalDate until) implements Outcome {}
    }

    /**
     * Defer the benefit.
     *
     * @param until the last day that earns; none while that is open
     */
    record Defer(@Nullable LocalDate until, Filing filing) implements AccountCommand {}

    /** End a deferral on a day. */
    record EndDeferral(LocalDate endedOn) implements AccountCommand {}

    /** Pay the balance. */
    record Pay(LocalDate paidOn, UUID paymentId, Yen planBalance, Yen rounding) implements AccountCommand {}

    /**
     * Take back what was paid too much.
     *
     * @param recovered of it, what had been taken out of this account
     * @param rounding of it, what payments had rounded up
     * @param planRecovered all of it
     */
    record Recover(LocalDate recoveredOn, UUID decisionId, Yen recovered, Yen rounding, Yen planRecovered)
            implements AccountCommand {}

    /** Post and credit what the books have come to and the account has not. */
    record CatchUp() implements AccountCommand {}

    /** Post the contribution of a month, as the month's run does. */
    record PostContribution(YearMonth month) implements AccountCommand {}

    /** Credit the 31 March of a fiscal year, as the year's run does. */
    record CreditInterest(FiscalYear year) implements AccountCommand {}
}
