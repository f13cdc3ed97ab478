package jp.nenkin.member.establishment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.Refusal;
import org.hibernate.exception.ConstraintViolationException;

/** The establishments of the fund, as far as the caller may see them. */
@ApplicationScoped
public class Establishments implements PanacheRepositoryBase<EstablishmentRow, String> {
    private final Clock clock;

    Establishments(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Optional<Establishment> find(EstablishmentNumber number) {
        return findByIdOptional(number.value()).map(Establishments::read);
    }

    /** All that the caller may see: for a consultant, those that have delegated to it today. */
    @Transactional
    public List<Establishment> seen() {
        return findAll(Sort.by("number")).stream().map(Establishments::read).toList();
    }

    /** The refusal of a filing that names an establishment which is not registered. */
    public static Refusal unknown(EstablishmentNumber number) {
        return new Refusal(EstablishmentProblem.ESTABLISHMENT_UNKNOWN, Map.of("establishmentNumber", number.value()));
    }

    /** Registers an establishment, within the caller's transaction; refused when its number is taken. */
    Optional<Refusal> register(Establishment establishment) {
        Optional<Refusal> taken = Refusal.because(
                EstablishmentProblem.ESTABLISHMENT_EXISTS,
                Map.of("establishmentNumber", establishment.number().value()));
        if (findByIdOptional(establishment.number().value()).isPresent()) {
            return taken;
        }
        try {
            persistAndFlush(row(establishment));
            return Optional.empty();
        } catch (ConstraintViolationException meanwhile) {
            return taken;
        }
    }

    private EstablishmentRow row(Establishment establishment) {
        EstablishmentRow row = new EstablishmentRow();
        row.number = establishment.number().value();
        row.name = establishment.name();
        row.firstPlan = establishment.offersFirst();
        row.registeredAt = clock.instant();
        row.filingsNeedApproval = establishment.filingsNeedApproval();
        Office office = establishment.office();
        if (office != null) {
            row.prefecture = office.prefecture();
            row.municipality = office.municipality();
            row.officeSymbol = office.symbol();
        }
        switch (establishment.second()) {
            case SecondPlan.NotOffered _ -> row.secondPlan = false;
            case SecondPlan.Fixed(int units) -> {
                row.secondPlan = true;
                row.course = CourseRules.Kind.FIXED.name();
                row.units = units;
            }
            case SecondPlan.Variable _ -> {
                row.secondPlan = true;
                row.course = CourseRules.Kind.VARIABLE.name();
            }
        }
        return row;
    }

    private static Establishment read(EstablishmentRow row) {
        SecondPlan second = row.units != null
                ? new SecondPlan.Fixed(row.units)
                : row.secondPlan ? new SecondPlan.Variable() : new SecondPlan.NotOffered();
        Office office = row.prefecture == null || row.municipality == null || row.officeSymbol == null
                ? null
                : new Office(row.prefecture, row.municipality, row.officeSymbol);
        return new Establishment(
                new EstablishmentNumber(row.number), row.name, row.firstPlan, second, office, row.filingsNeedApproval);
    }
}
