package jp.nenkin.notice.publication;

import static jp.nenkin.notice.publication.PublicationProblem.ALREADY_PUBLISHED;
import static jp.nenkin.notice.publication.PublicationProblem.STATEMENTS_NOT_COMPLETE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.notice.balance.Statements;

/** The publications of the fund, one for each fiscal year. */
@ApplicationScoped
class Publications {
    private static final Duration A_RUN = Duration.ofSeconds(1);

    private final PublicationTable table;
    private final Statements statements;
    private final Event<Requested> requested;
    private final Ids ids;
    private final Clock clock;

    Publications(PublicationTable table, Statements statements, Event<Requested> requested, Ids ids, Clock clock) {
        this.table = table;
        this.statements = statements;
        this.requested = requested;
        this.ids = ids;
        this.clock = clock;
    }

    /** That a year is to be published. */
    record Requested(int fiscalYear) {}

    /** Has a year published, within the caller's transaction; the work begins when that has been committed. */
    Publication publish(int fiscalYear, String officer) {
        if (!statements.areComplete(fiscalYear)) {
            throw Problem.of(STATEMENTS_NOT_COMPLETE)
                    .with("fiscalYear", fiscalYear)
                    .retryAfter(A_RUN);
        }
        UUID id = ids.next();
        if (!table.insert(id, fiscalYear, officer, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw Problem.of(ALREADY_PUBLISHED).with("fiscalYear", fiscalYear);
        }
        requested.fire(new Requested(fiscalYear));
        return table.find(id).orElseThrow();
    }

    @Transactional
    List<Publication> newest() {
        return table.newest();
    }

    @Transactional
    Optional<Publication> find(UUID id) {
        return table.find(id);
    }
}
