package jp.nenkin.member.establishment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.plan.Refusal;
import org.hibernate.exception.ConstraintViolationException;

/** The establishments of the fund, as far as the caller may see them. */
@ApplicationScoped
public class Establishments implements PanacheRepositoryBase<EstablishmentRow, String> {
    private final EstablishmentTable table;
    private final Clock clock;

    Establishments(EstablishmentTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** An establishment with what it offers today. */
    @Transactional
    public Optional<Establishment> find(EstablishmentNumber number) {
        return table.find(number, LocalDate.now(clock));
    }

    /** An establishment as it is called today, with what it offers on a day. */
    @Transactional
    public Optional<Establishment> find(EstablishmentNumber number, LocalDate day) {
        return table.find(number, day);
    }

    /** All that the caller may see: for a consultant, those that have delegated to it today. */
    @Transactional
    public List<Establishment> seen() {
        return table.all(LocalDate.now(clock));
    }

    @Transactional
    Optional<EstablishmentHistory> history(EstablishmentNumber number) {
        return table.history(number);
    }

    /**
     * Changes what an establishment is called and how its files are taken; false if there is none. Refused with a
     * {@link Problem} where its symbol is left out, without which its files are nobody's.
     */
    @Transactional
    boolean change(EstablishmentNumber number, EstablishmentParticulars particulars, String officer) {
        table.takeTurn(number);
        boolean hasOffice = find(number).filter(known -> known.office() != null).isPresent();
        if (hasOffice && particulars.office() == null) {
            throw Problem.of(EstablishmentProblem.OFFICE_MISSING);
        }
        return table.set(number, particulars, officer);
    }

    /**
     * Changes what an establishment offers from a day on, within the caller's transaction; refused with a
     * {@link Problem} by {@link TermsRules}, and if there is none.
     */
    void change(EstablishmentNumber number, EstablishmentTerms terms, LocalDate from, String officer) {
        // What waits now is filed after it, so nobody joins between the question and the change.
        table.takeTurn(number);
        EstablishmentHistory.SetTerms latest = table.history(number)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND))
                .terms()
                .getLast();
        Optional<Refusal> refusal = new TermsRules(table.hasMembers(number)).refuse(latest, terms, from);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        table.set(number, terms, from, officer);
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
}
