package jp.nenkin.member.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.Event;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.filing.BaseSalaryRules;
import jp.nenkin.member.filing.FiledType;
import jp.nenkin.member.filing.FilingTable;
import jp.nenkin.member.filing.KeptFiling;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.MemberFacts;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.Naming;
import jp.nenkin.member.member.Particulars;
import jp.nenkin.member.member.Profile;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes members over from a former system, all of a list or none, within the caller's transaction. */
@ApplicationScoped
class TakeOvers {
    private static final int MOST_ERRORS_TOLD = 100;

    private final Establishments establishments;
    private final Members members;
    private final FilingTable filings;
    private final Outbox outbox;
    private final PlanData plan = PlanData.standard();

    TakeOvers(Establishments establishments, Members members, FilingTable filings, Outbox outbox) {
        this.establishments = establishments;
        this.members = members;
        this.filings = filings;
        this.outbox = outbox;
    }

    /** A member with the figures he is taken over with. */
    private record Accepted(Given given, List<PlanBaseSalary> bases) {}

    /** A member taken over by a filing. */
    private record Taken(MemberToTakeOver member, List<PlanBaseSalary> bases, Filing filing) {}

    /** One entry of the list: the member, and what was given of him, to be kept. */
    record Given(MemberToTakeOver member, Object body) {}

    /**
     * Takes a list over; refused with a {@link Problem} that names every member at fault.
     *
     * @param totals what the sender says the list comes to
     * @return what it came to
     */
    ControlTotals takeOver(ControlTotals totals, List<Given> given, LocalDate today) {
        Map<EstablishmentNumber, Establishment> at = known(given);
        stop(refusals(given, at, today));
        List<Accepted> accepted =
                given.stream().map(one -> accept(one, at, today)).toList();
        ControlTotals counted =
                ControlTotals.of(accepted.stream().map(Accepted::bases).toList());
        totals.refuse(counted).ifPresent(TakeOvers::stop);
        stop(refuseTaken(given));
        outbox.publish(keep(accepted, new Receipt(FilingChannel.DATA, today, today)).stream()
                .flatMap(TakeOvers::events)
                .toList());
        return counted;
    }

    private Accepted accept(Given given, Map<EstablishmentNumber, Establishment> at, LocalDate today) {
        MemberToTakeOver member = given.member();
        Establishment establishment = Objects.requireNonNull(at.get(member.establishment()));
        return new Accepted(given, new BaseSalaryRules(plan).joining(member.bases(), establishment, today));
    }

    private Map<EstablishmentNumber, Establishment> known(List<Given> given) {
        return given.stream()
                .map(one -> one.member().establishment())
                .distinct()
                .flatMap(number -> establishments.find(number).stream())
                .collect(Collectors.toMap(Establishment::number, Function.identity()));
    }

    /** A member of the list at fault, by his place in it. */
    private record Fault(int index, Refusal refusal) {}

    private List<Fault> refusals(List<Given> given, Map<EstablishmentNumber, Establishment> at, LocalDate today) {
        TakeOverRules rules = new TakeOverRules(plan, today);
        Set<MemberNumber> numbers = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            MemberToTakeOver member = given.get(index).member();
            Optional<Refusal> refusal = numbers.add(member.number())
                    ? refuse(member, at.get(member.establishment()), rules)
                    : number(TakeOverProblem.MEMBER_NUMBER_REPEATED, member);
            if (refusal.isPresent()) {
                faults.add(new Fault(index, refusal.get()));
            }
        }
        return faults;
    }

    private static Optional<Refusal> refuse(MemberToTakeOver member, @Nullable Establishment at, TakeOverRules rules) {
        return at == null ? Optional.of(Establishments.unknown(member.establishment())) : rules.refuse(member, at);
    }

    /** Takes the numbers; those that somebody has are at fault. */
    private List<Fault> refuseTaken(List<Given> given) {
        Set<MemberNumber> added =
                members.addAll(given.stream().map(one -> one.member().number()).toList());
        List<Fault> faults = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            MemberToTakeOver member = given.get(index).member();
            if (!added.contains(member.number())) {
                faults.add(new Fault(
                        index,
                        number(TakeOverProblem.MEMBER_NUMBER_TAKEN, member).orElseThrow()));
            }
        }
        return faults;
    }

    private static Optional<Refusal> number(TakeOverProblem problem, MemberToTakeOver member) {
        return Refusal.because(problem, Map.of("memberNumber", member.number().value()));
    }

    /** Table by table, so that the rows of each go to the database together. */
    private List<Taken> keep(List<Accepted> accepted, Receipt receipt) {
        List<Taken> taken = accepted.stream().map(one -> keep(one, receipt)).toList();
        for (Taken one : taken) {
            MemberToTakeOver member = one.member();
            members.facts()
                    .know(
                            member.number(),
                            new Profile(
                                    member.name(),
                                    member.birthDate(),
                                    one.filing().id(),
                                    Particulars.NONE,
                                    new Naming(one.filing().id(), member.acquiredOn())),
                            null);
        }
        taken.forEach(one -> members.facts().begin(one.member().number(), membership(one)));
        taken.forEach(one -> members.facts().beginWithBases(one.member().number(), membership(one)));
        for (Taken one : taken) {
            MemberToTakeOver member = one.member();
            MemberFacts.Filed filed = new MemberFacts.Filed(
                    member.number(), member.establishment(), one.filing().id());
            members.facts().bringPeriods(filed, member.earlierPeriods());
            member.transferredAssets().forEach(asset -> members.facts().bring(filed, asset, null, null));
        }
        return taken;
    }

    private Taken keep(Accepted accepted, Receipt receipt) {
        MemberToTakeOver member = accepted.given().member();
        FilingTable.Arrival arrival = new FilingTable.Arrival(
                FiledType.TAKE_OVER, receipt, accepted.given().body());
        KeptFiling filing = filings.keep(arrival, member.number(), member.establishment());
        return new Taken(member, accepted.bases(), filing.as(FilingType.TAKE_OVER));
    }

    private static Membership membership(Taken taken) {
        MemberToTakeOver member = taken.member();
        return new Membership(
                member.establishment(),
                member.acquiredOn(),
                null,
                taken.bases().stream()
                        .map(base -> new BaseSalary(
                                base.plan(),
                                member.acquiredOn(),
                                base.baseSalary(),
                                taken.filing().id(),
                                null))
                        .toList(),
                taken.filing().id());
    }

    private static Stream<Event> events(Taken taken) {
        MemberToTakeOver member = taken.member();
        return Stream.of(
                new MemberProfile(member.number().value(), member.name(), member.birthDate()),
                new MemberTakenOver(
                        member.number().value(),
                        member.establishment().value(),
                        member.acquiredOn(),
                        member.earlierPeriods(),
                        taken.bases(),
                        member.transferredAssets(),
                        taken.filing()));
    }

    private static void stop(List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        Problem problem = Problem.of(TakeOverProblem.TAKE_OVER_INVALID).with("count", faults.size());
        for (Fault fault : faults.subList(0, Math.min(faults.size(), MOST_ERRORS_TOLD))) {
            problem = problem.field(
                    "members[" + fault.index() + "]",
                    fault.refusal().problem(),
                    fault.refusal().values());
        }
        throw problem;
    }

    private static void stop(Refusal refusal) {
        throw refusal.asProblem();
    }
}
