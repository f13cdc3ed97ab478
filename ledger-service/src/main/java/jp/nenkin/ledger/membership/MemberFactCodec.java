package jp.nenkin.ledger.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Filing;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they are stored on their member's stream; what member-service told is stored in its published form.
 *
 * <p>The other written names are the ledger's own: no topic carries them.
 */
public final class MemberFactCodec {
    private static final String BALANCE = "fact.Balance.v1";
    private static final String DEFERRAL = "fact.Deferral.v1";
    private static final String DEFERRAL_END = "fact.DeferralEnd.v1";
    private static final String DEFERRAL_CANCELLED = "fact.DeferralCancelled.v1";
    private static final String PAYMENT = "fact.Payment.v2";
    private static final String RECOVERY = "fact.Recovery.v1";
    private static final String PAYMENT_V1 = "fact.Payment.v1";

    private MemberFactCodec() {}

    /** The written form of a balance taken over. */
    record BalanceForm(String memberNumber, Plan plan, int ordinal, LocalDate creditedOn, long balance) {}

    /** The written form of a deferral. */
    record DeferralForm(@Nullable LocalDate until, Filing application) {}

    /** The written form of a deferral's end. */
    record DeferralEndForm(LocalDate endedOn, Filing application) {}

    /** The written form of a deferral's or its end's cancellation. */
    record DeferralCancelledForm(UUID cancelled, Filing application) {}

    /** The written form of a recovery. */
    record RecoveryForm(UUID decisionId, LocalDate recoveredOn, int life, Plan plan, long amount) {}

    /** The written form of a payment. */
    record PaymentForm(UUID paymentId, LocalDate paidOn, int life, Set<Plan> plans) {}

    /**
     * The form before accounts could begin again after a payment: read for ever, written no more.
     *
     * <p>An older form is brought up to the present one here, so that no rule ever sees it.
     */
    record PaymentFormV1(UUID paymentId, LocalDate paidOn, Set<Plan> plans) {
        /** Whatever was paid then was of the first life. */
        PaymentForm upcast() {
            return new PaymentForm(paymentId, paidOn, 0, plans);
        }
    }

    /** The written name under which a fact is stored. */
    public static String type(MemberFact fact) {
        return switch (fact) {
            case Told told -> EventType.of(told.event()).writtenName();
            case Balance balance -> BALANCE;
            case Deferral deferral -> DEFERRAL;
            case DeferralEnd end -> DEFERRAL_END;
            case DeferralCancelled cancelled -> DEFERRAL_CANCELLED;
            case Payment payment -> PAYMENT;
            case Recovery recovery -> RECOVERY;
        };
    }

    /** The bytes to store. */
    public static byte[] bytes(MemberFact fact) {
        try {
            return EventJson.mapper().writeValueAsBytes(form(fact));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact of type " + type(fact) + " cannot be written", e);
        }
    }

    private static Object form(MemberFact fact) {
        return switch (fact) {
            case Told told -> told.event();
            case Balance(AccountId account, LocalDate creditedOn, Yen balance) ->
                new BalanceForm(
                        account.member().toString(), account.plan(), account.ordinal(), creditedOn, balance.amount());
            case Deferral deferral -> new DeferralForm(deferral.until(), deferral.application());
            case DeferralEnd end -> new DeferralEndForm(end.endedOn(), end.application());
            case DeferralCancelled cancelled ->
                new DeferralCancelledForm(cancelled.cancelled(), cancelled.application());
            case Payment payment ->
                new PaymentForm(payment.paymentId(), payment.paidOn(), payment.life(), new TreeSet<>(payment.plans()));
            case Recovery(UUID decisionId, LocalDate recoveredOn, int life, Plan plan, Yen amount) ->
                new RecoveryForm(decisionId, recoveredOn, life, plan, amount.amount());
        };
    }

    /**
     * Reads a stored fact.
     *
     * @throws IllegalStateException when the type is no fact's
     * @throws UncheckedIOException when the bytes are not of that type, which is corruption
     */
    public static MemberFact read(String type, byte[] payload) {
        try {
            return switch (type) {
                case BALANCE -> balance(EventJson.mapper().readValue(payload, BalanceForm.class));
                case DEFERRAL -> {
                    DeferralForm form = EventJson.mapper().readValue(payload, DeferralForm.class);
                    yield new Deferral(form.until(), form.application());
                }
                case DEFERRAL_END -> {
                    DeferralEndForm form = EventJson.mapper().readValue(payload, DeferralEndForm.class);
                    yield new DeferralEnd(form.endedOn(), form.application());
                }
                case DEFERRAL_CANCELLED -> {
                    DeferralCancelledForm form = EventJson.mapper().readValue(payload, DeferralCancelledForm.class);
                    yield new DeferralCancelled(form.cancelled(), form.application());
                }
                case RECOVERY -> recovery(EventJson.mapper().readValue(payload, RecoveryForm.class));
                case PAYMENT -> payment(EventJson.mapper().readValue(payload, PaymentForm.class));
                case PAYMENT_V1 ->
                    payment(EventJson.mapper()
                            .readValue(payload, PaymentFormV1.class)
                            .upcast());
                default -> told(type, payload);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a stored fact of type " + type + " cannot be read", e);
        }
    }

    private static Payment payment(PaymentForm form) {
        return new Payment(form.paymentId(), form.paidOn(), form.life(), form.plans());
    }

    private static Recovery recovery(RecoveryForm form) {
        return new Recovery(form.decisionId(), form.recoveredOn(), form.life(), form.plan(), new Yen(form.amount()));
    }

    private static Balance balance(BalanceForm form) {
        AccountId account = new AccountId(MemberNumber.parse(form.memberNumber()), form.plan(), form.ordinal());
        return new Balance(account, form.creditedOn(), new Yen(form.balance()));
    }

    private static Told told(String type, byte[] payload) throws IOException {
        EventType known = EventType.named(type)
                .orElseThrow(() -> new IllegalStateException("no fact is known by the name " + type));
        if (EventJson.mapper().readValue(payload, known.record()) instanceof MemberEvent event) {
            return new Told(event);
        }
        throw new IllegalStateException(type + " is no fact about a member");
    }
}
