package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Which establishments have delegated to which consultants. */
@ApplicationScoped
class Delegations {
    private final DelegationTable table;
    private final ConsultantTable consultants;
    private final Establishments establishments;
    private final Ids ids;
    private final Clock clock;

    Delegations(
            DelegationTable table, ConsultantTable consultants, Establishments establishments, Ids ids, Clock clock) {
        this.table = table;
        this.consultants = consultants;
        this.establishments = establishments;
        this.ids = ids;
        this.clock = clock;
    }

    /** What an establishment gives, and who says so. */
    record Given(
            EstablishmentNumber establishment,
            ConsultantCode consultant,
            LocalDate from,
            @Nullable LocalDate until,
            String by) {}

    /** Gives one, within the caller's transaction; refused with a {@link Problem} by {@link DelegationRules}. */
    Delegation give(Given given) {
        if (consultants.find(given.consultant()).isEmpty()) {
            throw Problem.of(FilerProblem.CONSULTANT_UNKNOWN)
                    .with("consultantCode", given.consultant().value());
        }
        if (establishments.find(given.establishment()).isEmpty()) {
            throw Establishments.unknown(given.establishment()).asProblem();
        }
        table.takeTurn(given.establishment());
        List<Delegation> others = table.of(given.establishment()).stream()
                .filter(other -> other.consultant().equals(given.consultant()))
                .toList();
        stop(rules().refuse(given.from(), given.until(), others));
        Delegation delegation = new Delegation(
                ids.next(),
                given.establishment(),
                given.consultant(),
                given.from(),
                given.until(),
                clock.instant(),
                given.by());
        table.add(delegation);
        if (given.until() != null) {
            table.end(delegation.id(), given.until(), given.by());
        }
        return delegation;
    }

    /**
     * Ends a delegation on a day, the first on which it holds no more; within the caller's transaction. Refused with a
     * {@link Problem} by {@link DelegationRules}, and if it is none of the establishment's.
     */
    Delegation end(EstablishmentNumber establishment, UUID id, LocalDate until, String by) {
        table.takeTurn(establishment);
        Delegation ended = table.find(id)
                .filter(found -> found.establishment().equals(establishment))
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        stop(rules().refuseEnd(ended, until));
        table.end(id, until, by);
        return table.find(id).orElseThrow();
    }

    private DelegationRules rules() {
        return new DelegationRules(LocalDate.now(clock));
    }

    private static void stop(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
    }

    @Transactional
    List<Delegation> of(EstablishmentNumber establishment) {
        return table.of(establishment);
    }

    @Transactional
    List<Delegation> to(ConsultantCode consultant) {
        return table.to(consultant);
    }

    /** Whether the establishment has delegated to the consultant who calls, today. */
    @Transactional
    boolean toCaller(EstablishmentNumber establishment) {
        return table.toCaller(establishment);
    }
}
