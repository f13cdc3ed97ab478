package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
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
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** An account's event read back from the form in which it is stored and sent. */
final class DomainForm {
    private DomainForm() {}

    static AccountEvent of(jp.nenkin.events.AccountEvent event) {
        AccountId id = new AccountId(MemberNumber.parse(event.memberNumber()), event.plan(), event.ordinal());
        Yen balance = new Yen(event.balance());
        return switch (event) {
            case jp.nenkin.events.AccountOpened e -> opened(id, e);
            case jp.nenkin.events.BalanceTakenOver e -> new BalanceTakenOver(id, e.creditedOn(), new Yen(e.amount()));
            case jp.nenkin.events.InterestCredited e -> credited(id, e);
            case jp.nenkin.events.MembershipResumed e ->
                new MembershipResumed(id, membership(e), yen(e.baseSalary()), balance, e.filing());
            case jp.nenkin.events.AccountRestated e -> restated(id, e);
            case jp.nenkin.events.BaseSalaryRecorded e -> recorded(id, e);
            case jp.nenkin.events.EstablishmentMoved e -> moved(id, e);
            case jp.nenkin.events.TransferCredited e -> received(id, e);
            case jp.nenkin.events.TransferAdjusted e ->
                new TransferAdjusted(id, e.valueDate(), new Yen(e.amount()), balance, e.filing());
            case jp.nenkin.events.ContributionPosted e -> posted(id, e);
            case jp.nenkin.events.ContributionAdjusted e -> adjusted(id, e);
            case jp.nenkin.events.InterestAdjusted e -> adjusted(id, e);
            case jp.nenkin.events.MembershipEnded e ->
                new MembershipEnded(id, e.lostOn(), e.cause(), e.standing(), e.until(), balance, e.filing());
            case jp.nenkin.events.RateAwaited e ->
                new RateAwaited(id, e.valueDate(), new FiscalYear(e.fiscalYear()), balance, e.filing());
            case jp.nenkin.events.DeferralBegun e ->
                new DeferralBegun(id, e.valueDate(), e.until(), balance, e.filing());
            case jp.nenkin.events.InterestEnded e -> new InterestEnded(id, e.endedOn(), balance);
            case jp.nenkin.events.LumpSumPaid e -> paid(id, e);
            case jp.nenkin.events.ExcessRecorded e ->
                new ExcessRecorded(id, e.valueDate(), new Yen(e.amount()), new Yen(e.excess()), balance, e.filing());
            case jp.nenkin.events.ExcessRecovered e -> recovered(id, e);
        };
    }

    private static AccountRestated restated(AccountId id, jp.nenkin.events.AccountRestated event) {
        return new AccountRestated(
                event.valueDate(),
                AccountStateCodec.read(id, Base64.getDecoder().decode(event.state())),
                event.filing());
    }

    private static BaseSalaryRecorded recorded(AccountId id, jp.nenkin.events.BaseSalaryRecorded event) {
        return new BaseSalaryRecorded(
                id,
                event.effectiveFrom(),
                new Yen(event.baseSalary()),
                new Yen(event.balance()),
                event.filing(),
                event.replaces());
    }

    private static EstablishmentMoved moved(AccountId id, jp.nenkin.events.EstablishmentMoved event) {
        return new EstablishmentMoved(
                id,
                EstablishmentNumber.parse(event.establishmentNumber()),
                event.movedOn(),
                yen(event.baseSalary()),
                new Yen(event.balance()),
                event.filing());
    }

    private static TransferCredited received(AccountId id, jp.nenkin.events.TransferCredited event) {
        return new TransferCredited(
                id,
                event.valueDate(),
                new Yen(event.amount()),
                new Yen(event.balance()),
                event.source(),
                event.creditedMonths(),
                event.filing());
    }

    private static ContributionPosted posted(AccountId id, jp.nenkin.events.ContributionPosted event) {
        return new ContributionPosted(
                id,
                event.month(),
                event.valueDate(),
                EstablishmentNumber.parse(event.establishmentNumber()),
                new Yen(event.baseSalary()),
                new Yen(event.amount()),
                new Yen(event.balance()),
                event.filing());
    }

    private static ContributionAdjusted adjusted(AccountId id, jp.nenkin.events.ContributionAdjusted event) {
        return new ContributionAdjusted(
                id,
                event.month(),
                event.valueDate(),
                EstablishmentNumber.parse(event.establishmentNumber()),
                new Yen(event.baseSalary()),
                new Yen(event.amount()),
                new Yen(event.balance()),
                event.filing());
    }

    private static InterestAdjusted adjusted(AccountId id, jp.nenkin.events.InterestAdjusted event) {
        return new InterestAdjusted(
                id,
                event.creditedOn(),
                new Yen(event.interest()),
                new Yen(event.amount()),
                new Yen(event.balance()),
                event.filing());
    }

    private static LumpSumPaid paid(AccountId id, jp.nenkin.events.LumpSumPaid event) {
        return new LumpSumPaid(
                id,
                event.valueDate(),
                event.paymentId(),
                new Yen(event.amount()),
                new Yen(event.planBalance()),
                new Yen(event.rounding()),
                new Yen(event.balance()));
    }

    private static ExcessRecovered recovered(AccountId id, jp.nenkin.events.ExcessRecovered event) {
        return new ExcessRecovered(
                id,
                event.valueDate(),
                event.decisionId(),
                new Yen(event.recovered()),
                new Yen(event.rounding()),
                new Yen(event.planRecovered()),
                new Yen(event.excess()),
                new Yen(event.balance()));
    }

    private static AccountOpened opened(AccountId id, jp.nenkin.events.AccountOpened event) {
        return new AccountOpened(
                id,
                event.valueDate(),
                membership(event),
                yen(event.baseSalary()),
                event.takeOver(),
                Boolean.TRUE.equals(event.waiting()),
                event.filing());
    }

    private static InterestCredited credited(AccountId id, jp.nenkin.events.InterestCredited event) {
        return new InterestCredited(
                id,
                event.creditedOn(),
                CreditingRate.parse(event.rate()),
                new Yen(event.opening()),
                new EarnedMonths(event.openingMonths(), event.yenMonths()),
                capped(event.capped()),
                event.nextMonth() == null ? monthAfter(event.creditedOn()) : event.nextMonth(),
                new Yen(event.amount()),
                new Yen(event.closing()),
                new Yen(event.balance()));
    }

    static YearMonth monthAfter(LocalDate creditedOn) {
        return YearMonth.from(creditedOn.plusDays(1));
    }

    private static @Nullable Capped capped(@Nullable CappedInterest capped) {
        return capped == null
                ? null
                : new Capped(
                        CreditingRate.parse(capped.rate()),
                        new EarnedMonths(capped.openingMonths(), capped.yenMonths()));
    }

    private static Membership membership(jp.nenkin.events.AccountOpened event) {
        return new Membership(
                EstablishmentNumber.parse(event.establishmentNumber()),
                event.acquiredOn(),
                event.joinedOn(),
                event.earlierMonths(),
                event.transferredAsset(),
                event.creditedMonths());
    }

    private static Membership membership(jp.nenkin.events.MembershipResumed event) {
        return new Membership(
                EstablishmentNumber.parse(event.establishmentNumber()),
                event.acquiredOn(),
                event.joinedOn(),
                event.earlierMonths(),
                event.transferredAsset(),
                0);
    }

    private static @Nullable Yen yen(@Nullable Long amount) {
        return amount == null ? null : new Yen(amount);
    }
}
