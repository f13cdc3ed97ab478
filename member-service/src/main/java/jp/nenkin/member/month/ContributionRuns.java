package jp.nenkin.member.month;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.events.RunCompleted;

/** The contribution runs that the ledger has told of. */
@ApplicationScoped
class ContributionRuns implements PanacheRepositoryBase<ContributionRunRow, LocalDate> {

    /** Notes a run, within the caller's transaction; the same run is told once per partition. */
    void note(YearMonth posted, RunCompleted run) {
        LocalDate month = posted.atDay(1);
        if (findById(month) != null) {
            return;
        }
        ContributionRunRow row = new ContributionRunRow();
        row.month = month;
        row.runId = run.runId();
        row.completedAt = run.completedAt();
        persist(row);
    }

    Optional<Instant> completedAt(YearMonth month) {
        return findByIdOptional(month.atDay(1)).map(row -> row.completedAt);
    }
}
