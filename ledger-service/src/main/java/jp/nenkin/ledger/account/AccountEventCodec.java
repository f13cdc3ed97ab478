package jp.nenkin.ledger.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** Between an account's event and its published form, which is also the form it is stored in. */
public final class AccountEventCodec {
    private AccountEventCodec() {}

    /** The published form; its type is the written name under which it is stored and sent. */
    public static jp.nenkin.events.AccountEvent published(AccountEvent event) {
        AccountId id = event.account();
        String member = id.member().toString();
        Plan plan = id.plan();
        int ordinal = id.ordinal();
        long balance = event.balance().amount();
        return switch (event) {
            case AccountOpened e -> opened(e);
            case BalanceTakenOver e ->
                new jp.nenkin.events.BalanceTakenOver(
                        member,
                        plan,
                        ordinal,
                        e.valueDate(),
                        balance,
                        e.creditedOn(),
                        e.amount().amount());
            case BaseSalaryRecorded e ->
                new jp.nenkin.events.BaseSalaryRecorded(
                        member,
                        plan,
                        ordinal,
                        e.valueDate(),
                        balance,
                        e.effectiveFrom(),
                        e.baseSalary().amount(),
                        e.filing(),
                        e.replaces());
            case ContributionPosted e -> posted(e);
            case ContributionAdjusted e -> adjusted(e);
            case InterestCredited e -> credited(e);
            case MembershipEnded e ->
                new jp.nenkin.events.MembershipEnded(
                        member, plan, ordinal, e.valueDate(), balance, e.lostOn(), e.cause(), e.standing(), e.filing());
            case MembershipResumed e -> resumed(e);
        };
    }

    private static jp.nenkin.events.AccountOpened opened(AccountOpened event) {
        Membership membership = event.membership();
        return new jp.nenkin.events.AccountOpened(
                event.account().member().toString(),
                event.account().plan(),
                event.account().ordinal(),
                event.valueDate(),
                event.balance().amount(),
                membership.establishment().toString(),
                membership.acquiredOn(),
                membership.joinedOn(),
                membership.earlierMonths(),
                membership.transferredAsset(),
                amount(event.baseSalary()),
                event.takeOver(),
                event.creditedMonths(),
                event.filing());
    }

    private static jp.nenkin.events.MembershipResumed resumed(MembershipResumed event) {
        Membership membership = event.membership();
        return new jp.nenkin.events.MembershipResumed(
                event.account().member().toString(),
                event.account().plan(),
                event.account().ordinal(),
                event.valueDate(),
                event.balance().amount(),
                membership.establishment().toString(),
                membership.acquiredOn(),
                membership.joinedOn(),
                membership.earlierMonths(),
                membership.transferredAsset(),
                amount(event.baseSalary()),
                event.filing());
    }

    private static jp.nenkin.events.ContributionPosted posted(ContributionPosted event) {
        return new jp.nenkin.events.ContributionPosted(
                event.account().member().toString(),
                event.account().plan(),
                event.account().ordinal(),
                event.valueDate(),
                event.balance().amount(),
                event.month(),
                event.establishment().toString(),
                event.baseSalary().amount(),
                event.amount().amount(),
                event.filing());
    }

    private static jp.nenkin.events.ContributionAdjusted adjusted(ContributionAdjusted event) {
        return new jp.nenkin.events.ContributionAdjusted(
                event.account().member().toString(),
                event.account().plan(),
                event.account().ordinal(),
                event.valueDate(),
                event.balance().amount(),
                event.month(),
                event.establishment().toString(),
                event.baseSalary().amount(),
                event.amount().amount(),
                event.filing());
    }

    private static jp.nenkin.events.InterestCredited credited(InterestCredited event) {
        return new jp.nenkin.events.InterestCredited(
                event.account().member().toString(),
                event.account().plan(),
                event.account().ordinal(),
                event.valueDate(),
                event.balance().amount(),
                event.fiscalYear().year(),
                event.rate().toString(),
                event.opening().amount(),
                event.openingMonths(),
                event.yenMonths(),
                event.amount().amount(),
                event.closing().amount(),
                event.creditedOn());
    }

    /** The event that a published form came from. */
    public static AccountEvent fromPublished(jp.nenkin.events.AccountEvent event) {
        AccountId id = new AccountId(MemberNumber.parse(event.memberNumber()), event.plan(), event.ordinal());
        Yen balance = new Yen(event.balance());
        return switch (event) {
            case jp.nenkin.events.AccountOpened e ->
                new AccountOpened(id, membership(e), yen(e.baseSalary()), e.takeOver(), e.creditedMonths(), e.filing());
            case jp.nenkin.events.BalanceTakenOver e -> new BalanceTakenOver(id, e.creditedOn(), new Yen(e.amount()));
            case jp.nenkin.events.BaseSalaryRecorded e ->
                new BaseSalaryRecorded(
                        id, e.effectiveFrom(), new Yen(e.baseSalary()), balance, e.filing(), e.replaces());
            case jp.nenkin.events.ContributionPosted e ->
                new ContributionPosted(
                        id,
                        e.month(),
                        e.valueDate(),
                        EstablishmentNumber.parse(e.establishmentNumber()),
                        new Yen(e.baseSalary()),
                        new Yen(e.amount()),
                        balance,
                        e.filing());
            case jp.nenkin.events.ContributionAdjusted e ->
                new ContributionAdjusted(
                        id,
                        e.month(),
                        e.valueDate(),
                        EstablishmentNumber.parse(e.establishmentNumber()),
                        new Yen(e.baseSalary()),
                        new Yen(e.amount()),
                        balance,
                        e.filing());
            case jp.nenkin.events.InterestCredited e -> credited(id, e);
            case jp.nenkin.events.MembershipEnded e ->
                new MembershipEnded(id, e.lostOn(), e.cause(), e.standing(), balance, e.filing());
            case jp.nenkin.events.MembershipResumed e ->
                new MembershipResumed(id, membership(e), yen(e.baseSalary()), balance, e.filing());
        };
    }

    private static InterestCredited credited(AccountId id, jp.nenkin.events.InterestCredited event) {
        return new InterestCredited(
                id,
                event.creditedOn(),
                CreditingRate.parse(event.rate()),
                new Yen(event.opening()),
                event.openingMonths(),
                event.yenMonths(),
                new Yen(event.amount()),
                new Yen(event.closing()),
                new Yen(event.balance()));
    }

    private static Membership membership(jp.nenkin.events.AccountOpened event) {
        return new Membership(
                EstablishmentNumber.parse(event.establishmentNumber()),
                event.acquiredOn(),
                event.joinedOn(),
                event.earlierMonths(),
                event.transferredAsset());
    }

    private static Membership membership(jp.nenkin.events.MembershipResumed event) {
        return new Membership(
                EstablishmentNumber.parse(event.establishmentNumber()),
                event.acquiredOn(),
                event.joinedOn(),
                event.earlierMonths(),
                event.transferredAsset());
    }

    /** The stored bytes of a published form: the very JSON that is sent. */
    public static byte[] bytes(jp.nenkin.events.LedgerEvent event) {
        try {
            return EventJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of type " + EventType.of(event) + " cannot be written", e);
        }
    }

    /**
     * Reads stored bytes.
     *
     * @param type the written name under which they were stored
     * @throws IllegalStateException when the type is no account event
     * @throws UncheckedIOException when the bytes are not of that type, which is corruption
     */
    public static AccountEvent read(String type, byte[] payload) {
        Class<?> form = EventType.named(type)
                .map(EventType::record)
                .orElseThrow(() -> new IllegalStateException("no event is known by the name " + type));
        try {
            if (EventJson.mapper().readValue(payload, form) instanceof jp.nenkin.events.AccountEvent event) {
                return fromPublished(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored event of type " + type + " cannot be read", e);
        }
        throw new IllegalStateException(type + " is no event of an account");
    }

    private static @Nullable Long amount(@Nullable Yen yen) {
        return yen == null ? null : yen.amount();
    }

    private static @Nullable Yen yen(@Nullable Long amount) {
        return amount == null ? null : new Yen(amount);
    }
}
