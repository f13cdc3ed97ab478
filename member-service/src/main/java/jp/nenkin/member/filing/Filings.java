package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
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
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.FormerMember;
import jp.nenkin.member.member.Loss;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberFacts;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.outbox.Outbox;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes filings, each within the caller's transaction: checks it, keeps it, records its facts and leaves its events. */
@ApplicationScoped
class Filings {
    private final Establishments establishments;
    private final Members members;
    private final MemberFacts facts;
    private final FilingTable filings;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final PlanData plan = PlanData.standard();

    Filings(
            Establishments establishments,
            Members members,
            MemberFacts facts,
            FilingTable filings,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.establishments = establishments;
        this.members = members;
        this.facts = facts;
        this.filings = filings;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** A filing taken, and whose it is. */
    record Taken(Filing filing, MemberNumber member) {}

    /** Takes an enrolment; refused with a {@link Problem} by the rules of {@link EnrolmentRules}. */
    Taken enrol(Enrolment filed, Receipt receipt, Object body) {
        EnrolmentRules rules = new EnrolmentRules(plan, LocalDate.now(clock));
        Establishment at = establishment(filed.establishment());
        stop(rules.refuse(filed, at));
        MemberNumber number = filed.memberNumber();
        Joiner joiner = number == null ? newcomer(filed, body) : returner(filed, number, rules, body);
        return enrol(filed, filing(FilingType.ENROLMENT, receipt), at, joiner);
    }

    private Joiner newcomer(Enrolment filed, Object body) {
        stop(members.namesake(filed.establishment(), filed.name(), filed.birthDate())
                .flatMap(Filings::alreadyMember));
        return new Joiner(members.assign(), null, body);
    }

    private Joiner returner(Enrolment filed, MemberNumber number, EnrolmentRules rules, Object body) {
        FormerMember former = members.lockForRejoining(number)
                .orElseThrow(() -> notMatched(number).asProblem());
        stop(rules.refuseRejoining(filed, former));
        return new Joiner(number, former, body);
    }

    /** Who joins: somebody new, or one who was here before. */
    private record Joiner(MemberNumber number, @Nullable FormerMember former, Object body) {}

    private Taken enrol(Enrolment filed, Filing filing, Establishment at, Joiner joiner) {
        List<PlanBaseSalary> bases = new BaseSalaryRules(plan).joining(filed.bases(), at, filed.acquiredOn());
        filings.insert(filing, joiner.number(), at.number(), joiner.body());
        List<Event> events = new ArrayList<>(profile(filed, filing, joiner));
        facts.begin(
                joiner.number(),
                joining(filed, filing.id(), bases),
                joiner.former() == null ? null : joiner.former().loss());
        events.add(new MemberEnrolled(
                joiner.number().value(),
                at.number().value(),
                filed.acquiredOn(),
                bases,
                joiner.former() != null,
                filing,
                null));
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
        facts.know(
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
        Filing filing = filing(FilingType.BASE_SALARY_CHANGE, receipt);
        filings.insert(filing, filed.memberNumber(), filed.establishment(), body);
        outbox.publish(rules.changes(filed, membership).stream()
                .map(change -> change(filed, filing, membership, change))
                .toList());
        return new Taken(filing, filed.memberNumber());
    }

    private BaseSalaryChanged change(
            BaseSalaryChange filed, Filing filing, Membership membership, BaseSalaryChangeRules.Change change) {
        PlanBaseSalary base = change.base();
        facts.change(
                filed.memberNumber(),
                membership,
                new BaseSalary(base.plan(), filed.effectiveFrom(), base.baseSalary(), filing.id(), change.replaces()));
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
        Filing filing = filing(FilingType.LOSS, receipt);
        filings.insert(filing, filed.memberNumber(), filed.establishment(), body);
        facts.end(filed.memberNumber(), membership, new Loss(filed.lostOn(), filed.cause(), filing.id()));
        outbox.publish(List.of(new EligibilityLost(
                filed.memberNumber().value(),
                filed.establishment().value(),
                filed.lostOn(),
                filed.cause(),
                filing,
                null)));
        return new Taken(filing, filed.memberNumber());
    }

    private Establishment establishment(EstablishmentNumber number) {
        return establishments
                .find(number)
                .orElseThrow(() -> Establishments.unknown(number).asProblem());
    }

    private Filing filing(FilingType type, Receipt receipt) {
        return new Filing(ids.next(), type, receipt.channel(), receipt.receivedOn());
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
