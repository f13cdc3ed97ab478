package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.InterestCredited.CappedInterest;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.Capped;
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
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The form in which an account's event is stored and sent. */
final class PublishedForm {
    private PublishedForm() {}

    static jp.nenkin.events.AccountEvent of(AccountEvent event) {
        return switch (event) {
            case AccountOpened e -> of(e);
            case BalanceTakenOver e -> of(e);
            case InterestCredited e -> of(e);
            case MembershipResumed e -> of(e);
            case AccountRestated e -> of(e);
            case BaseSalaryRecorded e -> of(e);
            case EstablishmentMoved e -> of(e);
            case TransferCredited e -> of(e);
            case TransferAdjusted e -> of(e);
            case ContributionPosted e -> of(e);
            case ContributionAdjusted e -> of(e);
            case InterestAdjusted e -> of(e);
            case MembershipEnded e -> of(e);
            case RateAwaited e -> of(e);
            case DeferralBegun e -> of(e);
            case InterestEnded e -> of(e);
            case LumpSumPaid e -> of(e);
            case ExcessRecorded e -> of(e);
            case ExcessRecovered e -> of(e);
        };
    }

    private static String member(AccountEvent event) {
        return event.account().member().toString();
    }

    private static jp.nenkin.events.BaseSalaryRecorded of(BaseSalaryRecorded e) {
        return new jp.nenkin.events.BaseSalaryRecorded(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.effectiveFrom(),
                e.baseSalary().amount(),
                e.filing(),
                e.replaces());
    }

    private static jp.nenkin.events.EstablishmentMoved of(EstablishmentMoved e) {
        return new jp.nenkin.events.EstablishmentMoved(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.establishment().toString(),
                e.movedOn(),
                amount(e.baseSalary()),
                e.filing());
    }

    private static jp.nenkin.events.TransferCredited of(TransferCredited e) {
        return new jp.nenkin.events.TransferCredited(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.amount().amount(),
                e.source(),
                e.creditedMonths(),
                e.filing());
    }

    private static jp.nenkin.events.TransferAdjusted of(TransferAdjusted e) {
        return new jp.nenkin.events.TransferAdjusted(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.amount().amount(),
                e.filing());
    }

    private static jp.nenkin.events.ContributionPosted of(ContributionPosted e) {
        return new jp.nenkin.events.ContributionPosted(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.month(),
                e.establishment().toString(),
                e.baseSalary().amount(),
                e.amount().amount(),
                e.filing());
    }

    private static jp.nenkin.events.ContributionAdjusted of(ContributionAdjusted e) {
        return new jp.nenkin.events.ContributionAdjusted(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.month(),
                e.establishment().toString(),
                e.baseSalary().amount(),
                e.amount().amount(),
                e.filing());
    }

    private static jp.nenkin.events.InterestAdjusted of(InterestAdjusted e) {
        return new jp.nenkin.events.InterestAdjusted(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.creditedOn(),
                e.interest().amount(),
                e.amount().amount(),
                e.filing());
    }

    private static jp.nenkin.events.MembershipEnded of(MembershipEnded e) {
        return new jp.nenkin.events.MembershipEnded(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.lostOn(),
                e.cause(),
                e.standing(),
                e.filing(),
                e.until());
    }

    private static jp.nenkin.events.RateAwaited of(RateAwaited e) {
        return new jp.nenkin.events.RateAwaited(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.year().year(),
                e.filing());
    }

    private static jp.nenkin.events.DeferralBegun of(DeferralBegun e) {
        return new jp.nenkin.events.DeferralBegun(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.until(),
                e.filing());
    }

    private static jp.nenkin.events.InterestEnded of(InterestEnded e) {
        return new jp.nenkin.events.InterestEnded(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.endedOn());
    }

    private static jp.nenkin.events.LumpSumPaid of(LumpSumPaid e) {
        return new jp.nenkin.events.LumpSumPaid(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.paymentId(),
                e.amount().amount(),
                e.planBalance().amount(),
                e.rounding().amount(),
                e.planBalance().plus(e.rounding()).amount());
    }

    private static jp.nenkin.events.ExcessRecorded of(ExcessRecorded e) {
        return new jp.nenkin.events.ExcessRecorded(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.amount().amount(),
                e.excess().amount(),
                e.filing());
    }

    private static jp.nenkin.events.ExcessRecovered of(ExcessRecovered e) {
        return new jp.nenkin.events.ExcessRecovered(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.decisionId(),
                e.recovered().amount(),
                e.rounding().amount(),
                e.planRecovered().amount(),
                e.excess().amount());
    }

    private static jp.nenkin.events.BalanceTakenOver of(BalanceTakenOver e) {
        return new jp.nenkin.events.BalanceTakenOver(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.creditedOn(),
                e.amount().amount());
    }

    private static jp.nenkin.events.AccountOpened of(AccountOpened e) {
        return new jp.nenkin.events.AccountOpened(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.membership().establishment().toString(),
                e.membership().acquiredOn(),
                e.membership().joinedOn(),
                e.membership().earlierMonths(),
                e.membership().transferredAsset(),
                amount(e.baseSalary()),
                e.takeOver(),
                e.membership().creditedMonths(),
                e.filing(),
                e.waiting() ? Boolean.TRUE : null);
    }

    private static jp.nenkin.events.MembershipResumed of(MembershipResumed e) {
        return new jp.nenkin.events.MembershipResumed(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.membership().establishment().toString(),
                e.membership().acquiredOn(),
                e.membership().joinedOn(),
                e.membership().earlierMonths(),
                e.membership().transferredAsset(),
                amount(e.baseSalary()),
                e.filing());
    }

    private static jp.nenkin.events.InterestCredited of(InterestCredited e) {
        return new jp.nenkin.events.InterestCredited(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                e.fiscalYear().year(),
                e.rate().toString(),
                e.opening().amount(),
                e.declared().openingMonths(),
                e.declared().yenMonths(),
                e.amount().amount(),
                e.closing().amount(),
                e.creditedOn(),
                capped(e.capped()),
                nextMonth(e));
    }

    private static jp.nenkin.events.AccountRestated of(AccountRestated e) {
        return new jp.nenkin.events.AccountRestated(
                member(e),
                e.account().plan(),
                e.account().ordinal(),
                e.valueDate(),
                e.balance().amount(),
                standing(e.state()),
                accruesFrom(e.state()),
                lostOn(e.state()),
                Base64.getEncoder().encodeToString(AccountStateCodec.bytes(e.state())),
                e.filing());
    }

    private static @Nullable CappedInterest capped(@Nullable Capped capped) {
        return capped == null
                ? null
                : new CappedInterest(
                        capped.rate().toString(),
                        capped.months().openingMonths(),
                        capped.months().yenMonths());
    }

    /** Left out where it is the month that contains the day after. */
    static @Nullable YearMonth nextMonth(InterestCredited event) {
        return event.nextMonth().equals(DomainForm.monthAfter(event.creditedOn())) ? null : event.nextMonth();
    }

    private static AccountStanding standing(AccountState state) {
        return switch (state) {
            case Opened opened -> opened.standing();
            case RatePending pending -> AccountStanding.RATE_PENDING;
            case Closed closed -> AccountStanding.CLOSED;
            // Every filing about it was taken back.
            case Unopened unopened -> AccountStanding.CLOSED;
            case AwaitingBalance awaiting -> AccountStanding.ACTIVE;
        };
    }

    static @Nullable LocalDate accruesFrom(AccountState state) {
        return switch (state) {
            case Opened opened -> opened.accrual().from();
            case RatePending pending -> pending.before().accrual().from();
            case Closed closed -> null;
            case Unopened unopened -> null;
            case AwaitingBalance awaiting -> null;
        };
    }

    static @Nullable LocalDate lostOn(AccountState state) {
        return switch (state) {
            case Left left -> left.lostOn();
            case Closed closed -> closed.loss().lostOn();
            case Opened opened -> null;
            case RatePending pending -> lostOn(pending.before());
            case Unopened unopened -> null;
            case AwaitingBalance awaiting -> null;
        };
    }

    private static @Nullable Long amount(@Nullable Yen yen) {
        return yen == null ? null : yen.amount();
    }
}
