package jp.nenkin.ledger.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.oracle.Step.Enrolment;
import jp.nenkin.ledger.oracle.Step.Filed;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** Seeded lives as the facts that an office records about them: many members of one fund, with its own calendar. */
public final class FiledLives {
    private final MemberNumber member;
    private int paid;

    private FiledLives(MemberNumber member) {
        this.member = member;
    }

    /** A member and what is filed about it; the number is the life's seed. */
    public record FiledLife(MemberNumber member, LocalDate born, List<Dated> facts) {}

    /** Facts that an office enters on a day. */
    public record Dated(LocalDate day, MemberNumber member, List<MemberFact> facts) {}

    /** The lives of the seeds from 1 on that begin in a fiscal year. */
    public static List<FiledLife> beginningIn(int fiscalYear, int seeds) {
        return LongStream.rangeClosed(1, seeds)
                .mapToObj(SeededLives::of)
                .filter(life -> life.firstYear() == fiscalYear)
                .map(FiledLives::of)
                .toList();
    }

    private static FiledLife of(SeededLife life) {
        FiledLives lives = new FiledLives(new MemberNumber(life.seed()));
        List<Dated> facts = life.steps().stream()
                .flatMap(step -> step instanceof Step.Filing filing
                        ? Stream.of(new Dated(filing.day(), lives.member, lives.facts(filing)))
                        : Stream.empty())
                .toList();
        return new FiledLife(lives.member, life.truth().born(), facts);
    }

    private List<MemberFact> facts(Step.Filing step) {
        return switch (step) {
            case Step.TakeOver it -> takeOver(it);
            case Step.Enrol it -> List.of(enrolled(it.filed(), it.enrolment()));
            case Step.CorrectEnrolment it -> List.of(enrolled(it.filed(), it.enrolment()));
            case Step.ChangeBase it -> List.of(changed(it));
            case Step.Move it -> List.of(moved(it));
            case Step.Lose it -> List.of(lost(it.filed(), it.lostOn(), it.cause()));
            case Step.CorrectLoss it -> List.of(lost(it.filed(), it.lostOn(), it.cause()));
            case Step.CancelLoss it -> List.of(cancelled(it.filed()));
            case Step.TransferIn it -> List.of(transferred(it.filed(), it.transfer()));
            case Step.CorrectTransfer it -> List.of(transferred(it.filed(), it.transfer()));
            case Step.Defer it -> List.of(new MemberFact.Deferral(it.until(), filing(it.filed(), FilingType.DEFERRAL)));
            case Step.CancelDeferral it ->
                List.of(new MemberFact.DeferralCancelled(
                        Objects.requireNonNull(replaced(it.filed())), filing(it.filed(), FilingType.CANCELLATION)));
            case Step.EndDeferral it ->
                List.of(new MemberFact.DeferralEnd(it.endedOn(), filing(it.filed(), FilingType.DEFERRAL)));
            case Step.Pay it ->
                List.of(new MemberFact.Payment(
                        id(it.filed().id()), it.paidOn(), paid++, EnumSet.allOf(jp.nenkin.events.Plan.class)));
        };
    }

    private List<MemberFact> takeOver(Step.TakeOver step) {
        List<MemberFact> facts = new ArrayList<>();
        facts.add(new MemberFact.Told(new MemberTakenOver(
                member.toString(),
                step.enrolment().at().name(),
                step.enrolment().acquiredOn(),
                List.of(),
                bases(step.enrolment().bases()),
                step.assets().stream().map(FiledLives::asset).toList(),
                filing(step.filed(), FilingType.TAKE_OVER))));
        for (TrueFacts.Balance balance : step.balances().balances()) {
            AccountId account = new AccountId(member, plan(balance.plan()), balance.subAccount());
            facts.add(new MemberFact.Balance(account, step.balances().creditedOn(), new Yen(balance.amount())));
        }
        return facts;
    }

    private MemberFact enrolled(Filed filed, Enrolment enrolment) {
        return new MemberFact.Told(new MemberEnrolled(
                member.toString(),
                enrolment.at().name(),
                enrolment.acquiredOn(),
                bases(enrolment.bases()),
                false,
                filing(filed, FilingType.ENROLMENT),
                replaced(filed)));
    }

    private MemberFact changed(Step.ChangeBase step) {
        return new MemberFact.Told(new BaseSalaryChanged(
                member.toString(),
                plan(step.plan()),
                step.effective().atDay(1),
                step.base(),
                filing(step.filed(), FilingType.BASE_SALARY_CHANGE),
                replaced(step.filed())));
    }

    private MemberFact moved(Step.Move step) {
        return new MemberFact.Told(new EstablishmentChanged(
                member.toString(),
                step.move().to().name(),
                step.move().on(),
                bases(step.move().bases()),
                filing(step.filed(), FilingType.ESTABLISHMENT_CHANGE),
                replaced(step.filed())));
    }

    private MemberFact lost(Filed filed, LocalDate lostOn, Cause cause) {
        return new MemberFact.Told(new EligibilityLost(
                member.toString(),
                "1000001",
                lostOn,
                cause == Cause.CERTAIN_RE_ENROLMENT ? LossCause.REENROLMENT : LossCause.valueOf(cause.name()),
                filing(filed, FilingType.LOSS),
                replaced(filed)));
    }

    private MemberFact cancelled(Filed filed) {
        UUID cancelled = replaced(filed);
        if (cancelled == null) {
            throw new IllegalArgumentException(filed + " cancels nothing");
        }
        return new MemberFact.Told(
                new FilingCancelled(member.toString(), cancelled, filing(filed, FilingType.CANCELLATION)));
    }

    private MemberFact transferred(Filed filed, Transfer transfer) {
        return new MemberFact.Told(new TransferredIn(
                member.toString(),
                asset(transfer),
                transfer.amount(),
                filing(filed, FilingType.TRANSFER_IN),
                replaced(filed)));
    }

    private static TransferredAsset asset(Transfer transfer) {
        return new TransferredAsset(
                transfer.subAccount(),
                plan(transfer.plan()),
                transfer.receivedOn(),
                "another fund",
                transfer.creditedMonths());
    }

    private static List<PlanBaseSalary> bases(Map<Plan, Long> bases) {
        return new TreeMap<>(bases)
                .entrySet().stream()
                        .map(base -> new PlanBaseSalary(plan(base.getKey()), base.getValue()))
                        .toList();
    }

    private static jp.nenkin.events.Plan plan(Plan plan) {
        return jp.nenkin.events.Plan.valueOf(plan.name());
    }

    private jp.nenkin.events.Filing filing(Filed filed, FilingType type) {
        return new jp.nenkin.events.Filing(id(filed.id()), type, FilingChannel.DATA, filed.receivedOn());
    }

    private @Nullable UUID replaced(Filed filed) {
        return filed.replaces() == null ? null : id(filed.replaces());
    }

    private UUID id(int filing) {
        return UUID.nameUUIDFromBytes((member + "/" + filing).getBytes(UTF_8));
    }
}
