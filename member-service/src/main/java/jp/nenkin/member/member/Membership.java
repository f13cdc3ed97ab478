package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.Plan;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * A period at one establishment.
 *
 * @param loss its end, or null while it goes on
 * @param baseSalaries all that were ever filed, those replaced too, but none that was taken back
 * @param filing the enrolment that holds
 * @param root the filing that it first began with, which the facts of it are kept under
 */
public record Membership(
        EstablishmentNumber establishment,
        LocalDate acquiredOn,
        @Nullable Loss loss,
        List<BaseSalary> baseSalaries,
        UUID filing,
        UUID root,
        @Nullable Integer insuredNumber) {

    public Membership {
        baseSalaries = List.copyOf(baseSalaries);
    }

    /** One that no filing has corrected, of somebody without an insured number. */
    public Membership(
            EstablishmentNumber establishment,
            LocalDate acquiredOn,
            @Nullable Loss loss,
            List<BaseSalary> baseSalaries,
            UUID filing) {
        this(establishment, acquiredOn, loss, baseSalaries, filing, filing, null);
    }

    /** The same membership with the insured number of another, where it has none. */
    public Membership orInsuredAs(Membership other) {
        return insuredNumber != null
                ? this
                : new Membership(establishment, acquiredOn, loss, baseSalaries, filing, root, other.insuredNumber);
    }

    public boolean goesOn() {
        return loss == null;
    }

    /** The figure that stands for exactly this day, replaced ones left out. */
    public Optional<BaseSalary> standingOn(Plan plan, LocalDate effectiveFrom) {
        return standing(plan).stream()
                .filter(base -> base.effectiveFrom().equals(effectiveFrom))
                .findFirst();
    }

    /** The figure in force on a day: the latest that took effect on it or before. */
    public Optional<BaseSalary> inForceOn(Plan plan, LocalDate day) {
        return standing(plan).stream()
                .filter(base -> !base.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(BaseSalary::effectiveFrom));
    }

    /** All figures that stand, of both plans. */
    public List<BaseSalary> standing() {
        return Stream.of(Plan.values()).flatMap(plan -> standing(plan).stream()).toList();
    }

    private List<BaseSalary> standing(Plan plan) {
        Set<UUID> replaced = baseSalaries.stream()
                .filter(base -> base.plan() == plan && base.replaces() != null)
                .map(BaseSalary::replaces)
                .collect(Collectors.toSet());
        return baseSalaries.stream()
                .filter(base -> base.plan() == plan && !replaced.contains(base.filing()))
                .toList();
    }
}
