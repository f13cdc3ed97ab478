package jp.nenkin.ledger.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** Facts about member 1234 in the words of the domain; a filing's id follows from its label. */
public final class Facts {
    public static final MemberNumber MEMBER = new MemberNumber(1234);
    public static final AccountId FIRST = AccountId.ordinary(MEMBER, Plan.FIRST, 0);
    public static final AccountId SECOND = AccountId.ordinary(MEMBER, Plan.SECOND, 0);
    private static final String HERE = "1000001";

    private Facts() {}

    public static Filing filing(FilingType type, String label) {
        return filing(type, label, "2025-06-02");
    }

    public static Filing filing(FilingType type, String label, String receivedOn) {
        return new Filing(id(label), type, FilingChannel.DATA, LocalDate.parse(receivedOn));
    }

    public static UUID id(String label) {
        return UUID.nameUUIDFromBytes(label.getBytes(UTF_8));
    }

    public static Told enrolled(String acquiredOn, long base) {
        return enrolled(acquiredOn, base, "enrolment of " + acquiredOn, null);
    }

    public static Told enrolled(String acquiredOn, long base, String label, @Nullable String replaces) {
        return new Told(new MemberEnrolled(
                MEMBER.toString(),
                HERE,
                LocalDate.parse(acquiredOn),
                List.of(new PlanBaseSalary(Plan.FIRST, base)),
                false,
                filing(FilingType.ENROLMENT, label),
                replaces == null ? null : id(replaces)));
    }

    public static Told takenOver(String acquiredOn, long base, TransferredAsset... assets) {
        return new Told(new MemberTakenOver(
                MEMBER.toString(),
                HERE,
                LocalDate.parse(acquiredOn),
                List.of(),
                List.of(new PlanBaseSalary(Plan.FIRST, base)),
                List.of(assets),
                filing(FilingType.TAKE_OVER, "take-over")));
    }

    public static Told takenOverInBothPlans(String acquiredOn, long base, long unitsInYen) {
        return new Told(new MemberTakenOver(
                MEMBER.toString(),
                HERE,
                LocalDate.parse(acquiredOn),
                List.of(),
                List.of(new PlanBaseSalary(Plan.FIRST, base), new PlanBaseSalary(Plan.SECOND, unitsInYen)),
                List.of(),
                filing(FilingType.TAKE_OVER, "take-over")));
    }

    public static Balance balance(AccountId account, String creditedOn, long yen) {
        return new Balance(account, LocalDate.parse(creditedOn), new Yen(yen));
    }

    public static Told lost(String lostOn) {
        return lost(lostOn, LossCause.RETIREMENT, "loss of " + lostOn, null);
    }

    public static Told lost(String lostOn, LossCause cause, String label, @Nullable String replaces) {
        return new Told(new EligibilityLost(
                MEMBER.toString(),
                HERE,
                LocalDate.parse(lostOn),
                cause,
                filing(FilingType.LOSS, label),
                replaces == null ? null : id(replaces)));
    }

    public static Told cancelled(String label) {
        return new Told(new FilingCancelled(
                MEMBER.toString(), id(label), filing(FilingType.CANCELLATION, "cancellation of " + label)));
    }

    public static Told base(String effectiveFrom, long base) {
        return base(effectiveFrom, base, "base salary of " + effectiveFrom, null);
    }

    public static Told base(String effectiveFrom, long base, String label, @Nullable String replaces) {
        return new Told(new BaseSalaryChanged(
                MEMBER.toString(),
                Plan.FIRST,
                LocalDate.parse(effectiveFrom),
                base,
                filing(FilingType.BASE_SALARY_CHANGE, label),
                replaces == null ? null : id(replaces)));
    }

    public static Told moved(String movedOn, String establishment, PlanBaseSalary... bases) {
        return new Told(new EstablishmentChanged(
                MEMBER.toString(),
                establishment,
                LocalDate.parse(movedOn),
                List.of(bases),
                filing(FilingType.ESTABLISHMENT_CHANGE, "move of " + movedOn),
                null));
    }

    public static Told transferred(String receivedOn, int ordinal, long yen, int creditedMonths) {
        return new Told(new TransferredIn(
                MEMBER.toString(),
                new TransferredAsset(ordinal, Plan.FIRST, LocalDate.parse(receivedOn), "another fund", creditedMonths),
                yen,
                filing(FilingType.TRANSFER_IN, "transfer of " + receivedOn),
                null));
    }

    public static Told transferCorrected(String receivedOn, int ordinal, long yen, String replaces) {
        return new Told(new TransferredIn(
                MEMBER.toString(),
                new TransferredAsset(ordinal, Plan.FIRST, LocalDate.parse(receivedOn), "another fund", 12),
                yen,
                filing(FilingType.TRANSFER_IN, "correction of " + replaces),
                id(replaces)));
    }

    public static AccountId asset(int ordinal) {
        return AccountId.transferred(MEMBER, Plan.FIRST, 0, ordinal);
    }

    public static Deferral deferred(@Nullable String until, String receivedOn) {
        return new Deferral(
                until == null ? null : LocalDate.parse(until),
                filing(FilingType.DEFERRAL, "deferral of " + receivedOn, receivedOn));
    }

    public static DeferralCancelled deferralCancelled(String label) {
        return new DeferralCancelled(id(label), filing(FilingType.CANCELLATION, "cancellation of " + label));
    }

    public static DeferralEnd deferralEnded(String endedOn) {
        return new DeferralEnd(
                LocalDate.parse(endedOn), filing(FilingType.DEFERRAL, "end of deferral on " + endedOn, endedOn));
    }

    public static Payment paid(String paidOn) {
        return new Payment(id("payment of " + paidOn), LocalDate.parse(paidOn), 0, Set.of(Plan.FIRST));
    }
}
