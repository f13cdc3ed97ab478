package jp.nenkin.member.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.nenkin.member.plan.Refusal;

/** The cut-offs of the years' notices, kept by officers and read by employers. Source: domain rules, section 6. */
@ApplicationScoped
public class CutOffs {
    private final CutOffTable table;

    CutOffs(CutOffTable table) {
        this.table = table;
    }

    /** Those of a year's notice in the order of their days; none where the year has none yet. */
    @Transactional
    public List<CutOff> of(int fiscalYear) {
        return table.of(fiscalYear);
    }

    /** Those of any year that have not passed on a day, in the order of their days. */
    @Transactional
    public List<CutOff> notBefore(LocalDate day) {
        return table.notBefore(day);
    }

    /** Sets a year's cut-offs as a whole; what is said again changes nothing. */
    @Transactional
    Optional<Refusal> set(int fiscalYear, List<CutOff> cutOffs, String officer) {
        Optional<Refusal> refusal = new CutOffRules(fiscalYear).refuse(cutOffs);
        if (refusal.isPresent()) {
            return refusal;
        }
        table.takeTurn(fiscalYear);
        if (!new HashSet<>(table.of(fiscalYear)).equals(new HashSet<>(cutOffs))) {
            table.add(fiscalYear, cutOffs, officer);
        }
        return Optional.empty();
    }
}
