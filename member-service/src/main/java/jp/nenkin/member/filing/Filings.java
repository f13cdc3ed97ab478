package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Event;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.filing.FilingTable.Arrival;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.FormerMember;
import jp.nenkin.member.member.Loss;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Takes filings, each within the caller's transaction: checks it, keeps it, records its facts and leaves its events.
 */
@ApplicationScoped
class Filings {
    private final Establishments establishments;
    private final Members members;
    private final FilingTable filings;
    private final Outbox outbox;
    private final Turns turns;
    private final PlanData plan = PlanData.standard();

    Filings(Establishments establishments, Members members, FilingTable filings, Outbox outbox, Turns turns) {
        this.turns = turns;
        this.establishments = establishments;
        this.members = members;
        this.filings = filings;
        this.outbox = outbox;
    }

    /** A filing taken, and whose it is. */
    record Taken(Filing filing, MemberNumber member) {}

    /** Takes an enrolment; refused with a {@link Problem} by the rules of {@link EnrolmentRules}. */
    Taken enrol(Enrolment filed, Receipt receipt, Object body) {
        EnrolmentRules rules = new EnrolmentRules(plan, receipt.enteredOn());
        Establishment at = establishment(filed.establishment());
        stop(rules.refuse(filed, at));
        MemberNumber number = filed.memberNumber();
        Joiner joiner = number == null ? newcomer(filed) : returner(filed, number, rules);
        return enrol(filed, new Arrival(FilingType.ENROLMENT, receipt, body), at, joiner);
    }

    private Joiner newcomer(Enrolment filed) {
        stop(members.namesake(filed.establishment(), filed.name(), filed.birthDate())
                .flatMap(Filings::alreadyMember));
        return new Joiner(members.assign(), null);
    }

    private Joiner returner(Enrolment filed, MemberNumber number, EnrolmentRules rules) {
        FormerMember former = members.lockForRejoining(number)
                .orElseThrow(() -> notMatched(number).asProblem());
        stop(rules.refuseRejoining(filed, former));
        return new Joiner(number, former);
    }

    /** Who joins: somebody new, or one who was here before. */
    private record Joiner(MemberNumber number, @Nullable FormerMember former) {}

    private Taken enrol(Enrolment filed, Arrival arrival, Establishment at, Joiner joiner) {
        List<PlanBaseSalary> bases = new BaseSalaryRules(plan).joining(filed.bases(), at, filed.acquiredOn());
        Filing filing = filings.keep(arrival, joiner.number(), at.number());
        List<Event> events = new ArrayList<>(profile(filed, filing, joiner));
        Membership membership = joining(filed, filing.id(), bases);
        FormerMember former = joiner.former();
        members.facts().begin(joiner.number(), membership, former == null ? null : former.loss());
        members.facts().begin(joiner.number(), membership);
        events.add(new MemberEnrolled(
                joiner.number().value(), at.number().value(), filed.acquiredOn(), bases, former != null, filing, null));
        outbox.publish(events);
        return new Taken(filing, joiner.number());
    }

    /** Somebody who comes back under the same name is known as he was. */
    private List<Event> profile(Enrolment filed, Filing filing, Joiner joiner) {
        FormerMember former = joiner.former();
        if (former != null && former.profile().name().equals(filed.name())) {
            return List.of();
        }
        Profile profile = new Profile(filed.name(), filed.birthDate(), filing.id());
        members.facts()
                .know(
                        joiner.number(),
                        profile,
                        former == null ? null : former.profile().filing());
        return List.of(new MemberProfile(joiner.number().value(), filed.name(), filed.birthDate()));
    }

    private static Membership joining(Enrolment filed, UUID filing, List<PlanBaseSalary> bases) {
        return new Membership(
                filed.establishment(),
                filed.acquiredOn(),
                null,
                bases.stream()
                        .map(base -> new BaseSalary(base.plan(), filed.acquiredOn(), base.baseSalary(), filing, null))
                        .toList(),
                filing);
    }

    /** Takes a change of base salary; refused with a {@link Problem} by the rules of {@link BaseSalaryChangeRules}. */
    Taken change(BaseSalaryChange filed, Receipt receipt, Object body) {
        BaseSalaryChangeRules rules = new BaseSalaryChangeRules(plan);
        stop(rules.refuse(filed, establishment(filed.establishment()), receipt));
        Optional<Membership> at =
                members.lock(filed.memberNumber()).flatMap(member -> member.latestAt(filed.establishment()));
        stop(rules.refuse(filed, at));
        Membership membership = at.orElseThrow();
        Arrival arrival = new Arrival(FilingType.BASE_SALARY_CHANGE, receipt, body);
        Filing filing = filings.keep(arrival, filed.memberNumber(), filed.establishment());
        outbox.publish(rules.changes(filed, membership).stream()
                .map(change -> change(filed, filing, membership, change))
                .toList());
        return new Taken(filing, filed.memberNumber());
    }

    private BaseSalaryChanged change(
            BaseSalaryChange filed, Filing filing, Membership membership, BaseSalaryChangeRules.Change change) {
        PlanBaseSalary base = change.base();
        members.facts()
                .change(
                        filed.memberNumber(),
                        membership,
                        new BaseSalary(
                                base.plan(), filed.effectiveFrom(), base.baseSalary(), filing.id(), change.replaces()));
        return new BaseSalaryChanged(
                filed.memberNumber().value(),
                base.plan(),
                filed.effectiveFrom(),
                base.baseSalary(),
                filing,
                change.replaces());
    }

    /** Takes a loss; refused with a {@link Problem} by the rules of {@link LossRules}. */
    Taken lose(LossFiling filed, Receipt receipt, Object body) {
        establishment(filed.establishment());
        Member member = members.lock(filed.memberNumber())
                .orElseThrow(() -> LossRules.notAMember(filed).asProblem());
        stop(new LossRules(plan).refuse(filed, member, receipt));
        Membership membership = member.latestAt(filed.establishment()).orElseThrow();
        Arrival arrival = new Arrival(FilingType.LOSS, receipt, body);
        Filing filing = filings.keep(arrival, filed.memberNumber(), filed.establishment());
        members.facts().end(filed.memberNumber(), membership, new Loss(filed.lostOn(), filed.cause(), filing.id()));
        outbox.publish(List.of(new EligibilityLost(
                filed.memberNumber().value(),
                filed.establishment().value(),
                filed.lostOn(),
                filed.cause(),
                filing,
                null)));
        return new Taken(filing, filed.memberNumber());
    }

    /** The establishment that files, whose files wait from now on. */
    private Establishment establishment(EstablishmentNumber number) {
        turns.share(number);
        return establishments
                .find(number)
                .orElseThrow(() -> Establishments.unknown(number).asProblem());
    }

    /** A filing as it was taken, if the caller may see it. */
    @Transactional
    Optional<FilingRow> find(UUID id) {
        return filings.findByIdOptional(id);
    }

    private static Optional<Refusal> alreadyMember(MemberNumber number) {
        return Refusal.because(FilingProblem.ALREADY_MEMBER, Map.of("memberNumber", number.value()));
    }

    private static Refusal notMatched(MemberNumber number) {
        return new Refusal(FilingProblem.MEMBER_NOT_MATCHED, Map.of("memberNumber", number.value()));
    }

    private static void stop(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
    }
}
