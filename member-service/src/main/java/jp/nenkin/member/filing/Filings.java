package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.Event;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.filing.FilingTable.Arrival;
import jp.nenkin.member.member.Address;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.Carried;
import jp.nenkin.member.member.CarriedTable;
import jp.nenkin.member.member.FormerMember;
import jp.nenkin.member.member.Loss;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberFacts.Filed;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.MembershipId;
import jp.nenkin.member.member.Naming;
import jp.nenkin.member.member.Particulars;
import jp.nenkin.member.member.PensionNumber;
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
    private final Profiles profiles;
    private final FilingTable filings;
    private final Outbox outbox;
    private final Turns turns;
    private final CarriedTable carried;
    private final PlanData plan = PlanData.standard();

    Filings(
            Establishments establishments,
            Members members,
            Profiles profiles,
            FilingTable filings,
            Outbox outbox,
            Turns turns,
            CarriedTable carried) {
        this.turns = turns;
        this.carried = carried;
        this.establishments = establishments;
        this.members = members;
        this.profiles = profiles;
        this.filings = filings;
        this.outbox = outbox;
    }

    /**
     * A filing taken, and whose it is.
     *
     * @param events what is told of it
     */
    record Taken(KeptFiling filing, MemberNumber member, List<Event> events) {
        Taken {
            events = List.copyOf(events);
        }
    }

    /**
     * Takes an enrolment; refused with a {@link Problem} by the rules of {@link EnrolmentRules}. On the day of the loss
     * at another establishment it is a move.
     */
    Taken enrol(Enrolment filed, Receipt receipt, Object body) {
        EnrolmentRules rules = new EnrolmentRules(plan, receipt.enteredOn());
        Establishment at = establishment(filed.establishment(), filed.acquiredOn());
        stop(rules.refuse(filed, at));
        MemberNumber number = filed.memberNumber();
        Joiner joiner = number == null ? newcomer(filed) : returner(filed, number, rules);
        return enrol(filed, new Arrival(FiledType.ENROLMENT, receipt, body), at, joiner);
    }

    private Joiner newcomer(Enrolment filed) {
        stop(AdmissionRules.refuse(filed, Carried.nothing(), plan));
        stop(members.namesake(filed.establishment(), filed.name(), filed.birthDate())
                .flatMap(Filings::alreadyMember));
        stop(refuseHeld(filed, null, null));
        return new Joiner(members.assign(), null, new Career(List.of()));
    }

    private Joiner returner(Enrolment filed, MemberNumber number, EnrolmentRules rules) {
        Optional<FormerMember> former = members.lockForRejoining(number);
        Optional<Refusal> refusal =
                former.map(each -> refuse(filed, each, rules)).orElseGet(() -> EnrolmentRules.notMatched(number));
        boolean wasHere = former.filter(each -> each.career().wasAt(filed.establishment()))
                .isPresent();
        boolean isTold = wasHere || !filings.origin().isUndecided();
        stop(isTold ? refusal : refusal.flatMap(_ -> rules.refuseStranger(filed, number)));
        FormerMember returning = former.orElseThrow();
        return new Joiner(number, returning.profile(), returning.career());
    }

    private Optional<Refusal> refuse(Enrolment filed, FormerMember former, EnrolmentRules rules) {
        return rules.refuseRejoining(filed, former)
                .or(() -> former.career().movesTo(filed.establishment(), filed.acquiredOn())
                        ? Optional.empty()
                        : AdmissionRules.refuse(filed, carried.of(former.number()), plan))
                .or(() -> refuseHeld(filed, former.number(), former.profile()));
    }

    /**
     * Refuses a basic pension number that another member holds, of whom nothing is told.
     *
     * @param holder whose it may be, with who he is known to be; null of somebody new
     */
    Optional<Refusal> refuseHeld(Enrolment filed, @Nullable MemberNumber holder, @Nullable Profile known) {
        Particulars filedOrKnown =
                filed.details().particulars().or(known == null ? Particulars.NONE : known.particulars());
        PensionNumber pensionNumber = filedOrKnown.pensionNumber();
        return pensionNumber != null && members.isOfAnother(pensionNumber, holder)
                ? Refusal.because(FilingProblem.PENSION_NUMBER_OF_ANOTHER, Map.of())
                : Optional.empty();
    }

    /** Who joins: somebody new, or one who was here before. */
    private record Joiner(MemberNumber number, @Nullable Profile profile, Career career) {}

    private Taken enrol(Enrolment filed, Arrival arrival, Establishment at, Joiner joiner) {
        List<PlanBaseSalary> bases = new BaseSalaryRules(plan).joining(filed.bases(), at, filed.acquiredOn());
        KeptFiling filing = filings.keep(arrival, joiner.number(), at.number());
        List<Event> events = new ArrayList<>(
                profiles.know(joiner.number(), joiner.profile(), profile(filed, joiner.profile(), filing.id())));
        Membership membership = membership(filed, filing.id(), filing.id(), bases);
        members.facts().begin(joiner.number(), membership);
        members.facts().beginWithBases(joiner.number(), membership);
        live(filed, joiner.number(), filing.id());
        Period period =
                new Period(filing.id(), at.number(), filed.acquiredOn(), filing.as(FilingType.ENROLMENT), bases, null);
        events.addAll(
                new CareerNews(joiner.number(), joiner.career(), joiner.career().plus(period)).events(filing, null));
        return told(filing, joiner.number(), events);
    }

    /** Somebody who comes back under the same name is known as he was, and by what is filed besides. */
    static Profile profile(Enrolment filed, @Nullable Profile before, UUID filing) {
        Profile now = new Profile(
                filed.name(),
                filed.birthDate(),
                filing,
                filed.details().particulars(),
                new Naming(filing, filed.acquiredOn()));
        if (before == null) {
            return now;
        }
        boolean same = before.name().equals(filed.name());
        return new Profile(
                filed.name(),
                filed.birthDate(),
                filing,
                now.particulars().or(before.particulars()),
                same ? before.naming() : now.naming());
    }

    /** The membership that an enrolment begins, which an earlier one may have begun otherwise. */
    static Membership membership(Enrolment filed, UUID filing, UUID root, List<PlanBaseSalary> bases) {
        return new Membership(
                filed.establishment(),
                filed.acquiredOn(),
                null,
                bases.stream()
                        .map(base -> new BaseSalary(base.plan(), filed.acquiredOn(), base.baseSalary(), filing, null))
                        .toList(),
                filing,
                root,
                filed.details().insuredNumber());
    }

    /** Keeps where somebody lives who joins, if the filing says it. */
    void live(Enrolment filed, MemberNumber number, UUID filing) {
        EnrolmentDetails details = filed.details();
        if (details.hasAddress()) {
            members.facts()
                    .live(
                            new Filed(number, filed.establishment(), filing),
                            new Address(details.postcode(), details.address(), filed.acquiredOn(), filing));
        }
    }

    /** Takes a change of base salary; refused with a {@link Problem} by the rules of {@link BaseSalaryChangeRules}. */
    Taken change(BaseSalaryChange filed, Receipt receipt, Object body) {
        BaseSalaryChangeRules rules = new BaseSalaryChangeRules(plan);
        stop(rules.refuse(filed, establishment(filed.establishment(), filed.effectiveFrom()), receipt));
        Optional<Membership> at =
                members.lock(filed.memberNumber()).flatMap(member -> member.latestAt(filed.establishment()));
        stop(rules.refuse(filed, at));
        Membership membership = at.orElseThrow();
        Arrival arrival = new Arrival(FiledType.BASE_SALARY_CHANGE, receipt, body);
        KeptFiling filing = filings.keep(arrival, filed.memberNumber(), filed.establishment());
        List<Event> events = new ArrayList<>();
        rules.changes(filed, membership).forEach(change -> events.add(change(filed, filing, membership, change)));
        return told(filing, filed.memberNumber(), events);
    }

    /** Keeps a figure, and what is told of it. */
    Event change(
            BaseSalaryChange filed, KeptFiling filing, Membership membership, BaseSalaryChangeRules.Change change) {
        PlanBaseSalary base = change.base();
        members.facts()
                .change(
                        new MembershipId(filed.memberNumber(), filed.establishment(), membership.root()),
                        new BaseSalary(
                                base.plan(), filed.effectiveFrom(), base.baseSalary(), filing.id(), change.replaces()));
        return new BaseSalaryChanged(
                filed.memberNumber().value(),
                base.plan(),
                filed.effectiveFrom(),
                base.baseSalary(),
                filing.as(FilingType.BASE_SALARY_CHANGE),
                change.replaces());
    }

    /** Takes a loss; refused with a {@link Problem} by the rules of {@link LossRules}. */
    Taken lose(LossFiling filed, Receipt receipt, Object body) {
        establishment(filed.establishment());
        MemberNumber number = filed.memberNumber();
        Member member = seen(number, filed.establishment());
        stop(new LossRules(plan).refuse(filed, member, receipt));
        UUID root = member.latestAt(filed.establishment()).orElseThrow().root();
        Career career = members.career(number);
        KeptFiling filing = filings.keep(new Arrival(FiledType.LOSS, receipt, body), number, filed.establishment());
        members.facts()
                .end(
                        new MembershipId(number, filed.establishment(), root),
                        new Loss(filed.lostOn(), filed.cause(), filing.id()));
        liveAfter(filed, filing);
        Period ended = career.periods().stream()
                .filter(period -> period.root().equals(root))
                .findFirst()
                .orElseThrow();
        Career after = career.with(ended, period -> period.ending(ending(filed, filing)));
        return told(filing, number, new CareerNews(number, career, after).events(filing, null));
    }

    /** Keeps where somebody lives who left, if the filing says it. */
    void liveAfter(LossFiling filed, KeptFiling filing) {
        if (filed.hasAddress()) {
            members.facts()
                    .live(
                            new Filed(filed.memberNumber(), filed.establishment(), filing.id()),
                            new Address(filed.postcode(), filed.address(), filed.lostOn(), filing.id()));
        }
    }

    static Ending ending(LossFiling filed, KeptFiling filing) {
        return new Ending(filed.lostOn(), filed.cause(), filing.as(FilingType.LOSS));
    }

    /** Takes an asset brought from another plan; refused with a {@link Problem} by {@link TransferInRules}. */
    Taken bring(TransferIn filed, Receipt receipt, Object body) {
        LocalDate day = filed.brought().receivedOn();
        stop(TransferInRules.refuse(filed, establishment(filed.establishment(), day), receipt));
        MemberNumber number = filed.memberNumber();
        Member member = seen(number, filed.establishment());
        stop(TransferInRules.refuse(filed, member.latestAt(filed.establishment())));
        KeptFiling filing =
                filings.keep(new Arrival(FiledType.TRANSFER_IN, receipt, body), number, filed.establishment());
        TransferredAsset asset = filed.brought()
                .numbered(members.nextAsset(number, filed.brought().plan()));
        return told(filing, number, List.of(bring(filed, asset, filing, null)));
    }

    /** Keeps an asset, and what is told of it. */
    Event bring(TransferIn filed, TransferredAsset asset, KeptFiling filing, @Nullable UUID replaces) {
        members.facts()
                .bring(
                        new Filed(filed.memberNumber(), filed.establishment(), filing.id()),
                        asset,
                        filed.amount(),
                        replaces);
        Filing told = filing.as(FilingType.TRANSFER_IN);
        return new TransferredIn(filed.memberNumber().value(), asset, filed.amount(), told, replaces);
    }

    /** Leaves what is told of a filing: its facts, and then that it took effect. */
    Taken told(KeptFiling filing, MemberNumber member, List<Event> events) {
        List<Event> told = new ArrayList<>(events);
        filing.processed(member).ifPresent(told::add);
        outbox.publish(told);
        return new Taken(filing, member, events);
    }

    /** A member whom the caller may see, locked; nobody is refused as one of others is. */
    Member seen(MemberNumber number, EstablishmentNumber establishment) {
        return members.lock(number)
                .orElseThrow(() -> PersonRules.notAMember(number, establishment).asProblem());
    }

    /**
     * The establishment that files, whose files wait from now on; refused with a {@link Problem} where there is none.
     */
    Establishment establishment(EstablishmentNumber number) {
        turns.share(number);
        return establishments
                .find(number)
                .orElseThrow(() -> Establishments.unknown(number).asProblem());
    }

    /** The same with what it offers on the day of the filing's event. */
    Establishment establishment(EstablishmentNumber number, LocalDate day) {
        turns.share(number);
        return establishments
                .find(number, day)
                .orElseThrow(() -> Establishments.unknown(number).asProblem());
    }

    /** A filing as it was taken, if the caller may see it. */
    @Transactional
    Optional<Found> find(UUID id) {
        return filings.findByIdOptional(id)
                .map(row -> new Found(
                        row,
                        members.takenBack(id).orElse(null),
                        members.takenBackBy(id).orElse(null)));
    }

    /**
     * A filing, and what became of it.
     *
     * @param takesBack the filing that it corrects or cancels
     * @param takenBackBy the filing that corrected or cancelled it
     */
    record Found(
            FilingRow row,
            @Nullable UUID takesBack,
            @Nullable UUID takenBackBy) {}

    private static Optional<Refusal> alreadyMember(MemberNumber number) {
        return Refusal.because(FilingProblem.ALREADY_MEMBER, Map.of("memberNumber", number.value()));
    }

    static void stop(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
    }
}
