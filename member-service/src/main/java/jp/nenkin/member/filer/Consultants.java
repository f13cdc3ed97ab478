package jp.nenkin.member.filer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.Refusal;

/** The consultants whom the fund knows. */
@ApplicationScoped
public class Consultants {
    private final ConsultantTable table;

    Consultants(ConsultantTable table) {
        this.table = table;
    }

    @Transactional
    List<Consultant> after(String code, int most) {
        return table.after(code, most);
    }

    @Transactional
    Optional<Consultant> find(ConsultantCode code) {
        return table.find(code);
    }

    /** Whether the fund knows the consultant, as far as the caller may. */
    @Transactional
    public boolean knows(ConsultantCode code) {
        return table.find(code).isPresent();
    }

    /** Registers a consultant, within the caller's transaction; refused when the code is taken. */
    Optional<Refusal> register(Consultant consultant, String officer) {
        if (!table.add(consultant.code(), officer)) {
            return Refusal.because(
                    FilerProblem.CONSULTANT_EXISTS,
                    Map.of("consultantCode", consultant.code().value()));
        }
        table.name(consultant, officer);
        return Optional.empty();
    }

    /** Gives a consultant another name; false if there is none of the code. */
    @Transactional
    boolean rename(Consultant consultant, String officer) {
        table.takeTurn(consultant.code());
        return table.name(consultant, officer);
    }
}
