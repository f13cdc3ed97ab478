package jp.nenkin.member.month;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.plan.Refusal;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The months that are closed. */
@ApplicationScoped
class MonthClosings implements PanacheRepositoryBase<MonthClosingRow, LocalDate> {
    private final ContributionRuns runs;
    private final Outbox outbox;
    private final Clock clock;

    MonthClosings(ContributionRuns runs, Outbox outbox, Clock clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Optional<MonthClosing> find(YearMonth month) {
        return findByIdOptional(month.atDay(1)).map(this::read);
    }

    /**
     * Closes a month, within the caller's transaction; refused with a {@link Problem} by {@link MonthClosingRules}.
     *
     * @return empty if it is closed already
     */
    Optional<MonthClosing> close(YearMonth month, String officer) {
        oneAtATime();
        if (findByIdOptional(month.atDay(1)).isPresent()) {
            return Optional.empty();
        }
        YearMonth latest = latest();
        Optional<Refusal> refusal = new MonthClosingRules(YearMonth.now(clock)).refuse(month, latest);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        MonthClosingRow row = new MonthClosingRow();
        row.month = month.atDay(1);
        row.follows = latest == null ? null : latest.atDay(1);
        row.closedAt = clock.instant();
        row.closedBy = officer;
        persist(row);
        outbox.publishToEveryPartition(new MonthClosed(month, row.closedAt));
        return Optional.of(read(row));
    }

    private @Nullable YearMonth latest() {
        return findAll(Sort.descending("month"))
                .firstResultOptional()
                .map(row -> YearMonth.from(row.month))
                .orElse(null);
    }

    private MonthClosing read(MonthClosingRow row) {
        YearMonth month = YearMonth.from(row.month);
        return new MonthClosing(month, row.closedAt, runs.completedAt(month).orElse(null));
    }

    private void oneAtATime() {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT true FROM pg_advisory_xact_lock(hashtextextended('month-closing', 0))", Boolean.class)
                .getSingleResult();
    }
}
