package jp.nenkin.member.filing;

import static jp.nenkin.member.filing.Filings.stop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.Event;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.filing.BaseSalaryChangeRules.Change;
import jp.nenkin.member.filing.FilingTable.Arrival;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.filing.FilingsInEffect.InEffect;
import jp.nenkin.member.member.Asset;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.Career.Period;
import jp.nenkin.member.member.Loss;
import jp.nenkin.member.member.MemberFacts.Filed;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.MembershipId;
import jp.nenkin.member.member.Naming;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/**
 * Takes corrections, each within the caller's transaction: what an earlier filing said is taken back, and what it
 * should have said takes its place, by the rules of its type against the record without it. What a filing may say
 * besides, such as an address, stays as it said it where the correction says none.
 */
@ApplicationScoped
class Corrections {
    private final Filings filings;
    private final FilingsInEffect inEffect;
    private final FilingTable table;
    private final Members members;
    private final Profiles profiles;
    private final PlanData plan = PlanData.standard();

    Corrections(Filings filings, FilingsInEffect inEffect, FilingTable table, Members members, Profiles profiles) {
        this.filings = filings;
        this.inEffect = inEffect;
        this.table = table;
        this.members = members;
        this.profiles = profiles;
    }

    /** A correction as it arrived: the filing it names, when and as what. */
    record Correction(UUID filing, Correctable right) {}

    /** What is corrected, by what, received when. */
    private record Corrected(InEffect filing, Receipt receipt, Object body) {}

    /**
     * Takes a correction; refused with a {@link Problem} where the filing is not in effect, of another type or about
     * somebody else, and by the rules of its type.
     */
    Taken correct(Correction filed, Receipt receipt, Object body) {
        Correctable right = filed.right();
        InEffect filing = inEffect.lock(filed.filing(), right.establishment());
        stop(refuse(filing, right));
        Corrected corrected = new Corrected(filing, receipt, body);
        return switch (right) {
            case Enrolment enrolment -> correct(corrected, enrolment);
            case LossFiling loss -> correct(corrected, loss);
            case BaseSalaryChange change -> correct(corrected, change);
            case TransferIn transfer -> correct(corrected, transfer);
            case NameChange name -> correct(corrected, name);
        };
    }

    private static Optional<Refusal> refuse(InEffect filing, Correctable right) {
        return switch (filing.type()) {
            case BIRTH_DATE_CORRECTION, ADDRESS_CHANGE, CANCELLATION, TAKE_OVER ->
                Refusal.because(FilingProblem.FILING_NOT_CORRECTABLE, Map.of("type", filing.type()));
            case ENROLMENT, LOSS, BASE_SALARY_CHANGE, TRANSFER_IN, NAME_CHANGE -> refuseOther(filing, right);
        };
    }

    private static Optional<Refusal> refuseOther(InEffect filing, Correctable right) {
        if (filing.type() != right.type()) {
            return Refusal.because(
                    FilingProblem.CORRECTED_TYPE_DIFFERS, Map.of("filingId", filing.id(), "type", filing.type()));
        }
        MemberNumber number = right.memberNumber();
        return number == null || number.equals(filing.number())
                ? Optional.empty()
                : Refusal.because(FilingProblem.CORRECTED_MEMBER_DIFFERS, Map.of("filingId", filing.id()));
    }

    private KeptFiling keep(Corrected corrected, Correctable right) {
        InEffect filing = corrected.filing();
        Arrival arrival = new Arrival(right.type(), corrected.receipt(), corrected.body());
        KeptFiling kept = table.keep(arrival, filing.number(), right.establishment());
        members.facts().retract(new Filed(filing.number(), right.establishment(), kept.id()), filing.id());
        return kept;
    }

    private Taken correct(Corrected corrected, Enrolment right) {
        InEffect filing = corrected.filing();
        Establishment at = filings.establishment(right.establishment(), right.acquiredOn());
        Period period = filing.career().begunBy(filing.id()).orElseThrow();
        stop(new EnrolmentRules(plan, corrected.receipt().enteredOn())
                .refuse(right, at)
                .or(() -> PersonRules.refuse(right, filing.member().profile()))
                .or(() -> filings.refuseHeld(
                        right, filing.number(), filing.member().profile()))
                .or(() -> CareerRules.refuseAcquired(filing.career(), period, right.acquiredOn()))
                .or(() -> CareerRules.refuseChangedBy(right.acquiredOn(), period, filing.member())));
        List<PlanBaseSalary> bases = new BaseSalaryRules(plan).joining(right.bases(), at, right.acquiredOn());
        KeptFiling kept = keep(corrected, right);
        Membership now = Filings.membership(right, kept.id(), period.root(), bases)
                .orInsuredAs(filing.member().membership(period.root()).orElseThrow());
        members.facts().beganOtherwise(filing.number(), now, filing.id());
        List<Event> events = new ArrayList<>(profile(filing, right, kept));
        Career after = filing.career()
                .with(
                        period,
                        was -> new Period(
                                was.root(),
                                was.establishment(),
                                right.acquiredOn(),
                                kept.as(FilingType.ENROLMENT),
                                bases,
                                was.ending()));
        events.addAll(new CareerNews(filing.number(), filing.career(), after).events(kept, filing.id()));
        return filings.told(kept, filing.number(), events);
    }

    /** A name that the corrected enrolment said is now said by the correction. */
    private List<Event> profile(InEffect filing, Enrolment right, KeptFiling kept) {
        EnrolmentDetails details = right.details();
        if (details.hasAddress()) {
            filings.live(right, filing.number(), kept.id());
        } else {
            liveStill(filing, right, right.acquiredOn(), kept);
        }
        Profile known = filing.member().profile();
        boolean named = known.naming().filing().equals(filing.id());
        Profile now = new Profile(
                right.name(),
                known.birthDate(),
                kept.id(),
                details.particulars().or(known.particulars()),
                named ? new Naming(kept.id(), right.acquiredOn()) : known.naming());
        return profiles.know(filing.number(), known, now);
    }

    private void liveStill(InEffect filing, Correctable right, LocalDate since, KeptFiling kept) {
        members.facts().liveStill(new Filed(filing.number(), right.establishment(), kept.id()), filing.id(), since);
    }

    private Taken correct(Corrected corrected, LossFiling right) {
        InEffect filing = corrected.filing();
        Career career = filing.career();
        Period period = career.endedBy(filing.id()).orElseThrow();
        stop(new LossRules(plan)
                .refuseEnd(right, period.acquiredOn(), filing.member().profile().birthDate(), corrected.receipt())
                .or(() -> CareerRules.refuseLost(career, period, right.lostOn())));
        KeptFiling kept = keep(corrected, right);
        members.facts()
                .end(
                        new MembershipId(filing.number(), right.establishment(), period.root()),
                        new Loss(right.lostOn(), right.cause(), kept.id()));
        if (right.hasAddress()) {
            filings.liveAfter(right, kept);
        } else {
            liveStill(filing, right, right.lostOn(), kept);
        }
        Career after = career.with(period, each -> each.ending(Filings.ending(right, kept)));
        return filings.told(
                kept, filing.number(), new CareerNews(filing.number(), career, after).events(kept, filing.id()));
    }

    private Taken correct(Corrected corrected, BaseSalaryChange right) {
        InEffect filing = corrected.filing();
        Membership membership = filing.member().memberships().stream()
                .filter(each -> figures(each, filing.id()).findAny().isPresent())
                .findFirst()
                .orElseThrow();
        BaseSalaryChangeRules rules = new BaseSalaryChangeRules(plan);
        Establishment at = filings.establishment(right.establishment(), right.effectiveFrom());
        stop(rules.refuse(right, at, corrected.receipt()).or(() -> rules.refuseRight(right, filing.id(), membership)));
        KeptFiling kept = keep(corrected, right);
        List<PlanBaseSalary> bases = rules.rightBases(right);
        Set<Plan> plans = bases.stream().map(PlanBaseSalary::plan).collect(Collectors.toSet());
        List<Event> events = new ArrayList<>();
        // A figure takes the place of one in its own plan: what is left out of the right content goes by itself.
        if (figures(membership, filing.id()).anyMatch(base -> !plans.contains(base.plan()))) {
            events.add(Cancellations.told(filing, kept));
        }
        bases.forEach(base -> events.add(filings.change(right, kept, membership, new Change(base, filing.id()))));
        return filings.told(kept, filing.number(), events);
    }

    private static Stream<BaseSalary> figures(Membership membership, UUID filing) {
        return membership.standing().stream().filter(base -> base.filing().equals(filing));
    }

    private Taken correct(Corrected corrected, TransferIn right) {
        InEffect filing = corrected.filing();
        Establishment at =
                filings.establishment(right.establishment(), right.brought().receivedOn());
        stop(TransferInRules.refuse(right, at, corrected.receipt())
                .or(() -> TransferInRules.refuse(right, filing.member().latestAt(right.establishment()))));
        Asset said = filing.member().assets().stream()
                .filter(asset -> asset.filing().equals(filing.id()))
                .findFirst()
                .orElseThrow();
        boolean samePlan = said.asset().plan() == right.brought().plan();
        int ordinal = samePlan
                ? said.asset().ordinal()
                : members.nextAsset(filing.number(), right.brought().plan());
        TransferredAsset asset = right.brought().numbered(ordinal);
        if (asset.equals(said.asset()) && said.amount() != null && said.amount() == right.amount()) {
            throw new Refusal(FilingProblem.ALREADY_ON_RECORD, Map.of()).asProblem();
        }
        KeptFiling kept = keep(corrected, right);
        List<Event> events = new ArrayList<>();
        if (!samePlan) {
            events.add(Cancellations.told(filing, kept));
        }
        events.add(filings.bring(right, asset, kept, samePlan ? filing.id() : null));
        return filings.told(kept, filing.number(), events);
    }

    private Taken correct(Corrected corrected, NameChange right) {
        InEffect filing = corrected.filing();
        Profile known = filing.member().profile();
        List<Profile> names = members.names(filing.number());
        Profile said = names.stream()
                .filter(name -> name.naming().filing().equals(filing.id()))
                .findFirst()
                .orElseThrow();
        List<Profile> others = names.stream().filter(name -> !name.equals(said)).toList();
        stop(PersonRules.refuse(right, others, corrected.receipt()));
        if (known.naming().equals(new Naming(filing.id(), right.changedOn()))) {
            stop(PersonRules.refuseKnown(right, known));
        }
        KeptFiling kept = keep(corrected, right);
        Profile now = PersonFilings.renamed(known.namedAs(said, kept.id()), right, kept.id());
        return filings.told(kept, filing.number(), profiles.know(filing.number(), known, now));
    }
}
