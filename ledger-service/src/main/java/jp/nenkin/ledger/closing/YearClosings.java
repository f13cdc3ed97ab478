package jp.nenkin.ledger.closing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.YearClosed;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.problem.LedgerProblem;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.Runs;

/**
 * Closes years with four eyes: one officer requests, the second computation agrees, another person approves.
 *
 * <p>Nothing is refused because its year is closed: a later correction is recorded with value dates in the closed year,
 * and the second computation computes that year again for the account when the next one is closed.
 */
@ApplicationScoped
public class YearClosings {
    // About three seconds of work: no transaction may hold up what is published for long.
    private static final int ACCOUNTS_AT_ONCE = 50_000;
    private static final int MOST = 100;
    private static final Duration A_COMPUTATION = Duration.ofSeconds(10);
    private static final byte[] NO_STATE = new byte[0];

    private final YearClosingTable table;
    private final Runs runs;
    private final Journal journal;
    private final TenantScope scope;
    private final Ids ids;
    private final Clock clock;

    YearClosings(YearClosingTable table, Runs runs, Journal journal, TenantScope scope, Ids ids, Clock clock) {
        this.table = table;
        this.runs = runs;
        this.journal = journal;
        this.scope = scope;
        this.ids = ids;
        this.clock = clock;
    }

    /** Requests the close of a year; refused until its interest is run and every year before it closed. */
    YearClosing request(FiscalYear year, Caller.Officer officer) {
        return table.standing(year).map(this::answer).orElseGet(() -> {
            refuseEarly(year);
            UUID id = ids.next();
            if (!table.insert(id, year, officer, clock.instant())) {
                throw Problem.of(LedgerProblem.CLOSING_IN_PROGRESS).retryAfter(A_COMPUTATION);
            }
            return find(id).orElseThrow();
        });
    }

    private void refuseEarly(FiscalYear year) {
        boolean credited = runs.standing(RunKind.INTEREST, year.toString())
                .filter(run -> run.status() == RunStatus.COMPLETED)
                .isPresent();
        if (!credited) {
            throw Problem.of(LedgerProblem.EARLIER_PERIOD_NOT_RUN)
                    .with("kind", RunKind.INTEREST)
                    .with("period", year.toString());
        }
        table.earlierOpen(year).ifPresent(earlier -> {
            throw Problem.of(LedgerProblem.EARLIER_YEAR_NOT_CLOSED).with("fiscalYear", earlier);
        });
    }

    /** Computes what is requested, some accounts in each transaction. */
    void workOff() {
        boolean more;
        do {
            more = scope.asSystem(() -> QuarkusTransaction.requiringNew().call(this::computeNext));
        } while (more);
    }

    private boolean computeNext() {
        return table.isAlone()
                && table.computing()
                        .filter(closing -> table.compute(closing.id(), ACCOUNTS_AT_ONCE, clock.instant()))
                        .isPresent();
    }

    /** Closes a year that another person requested and the second computation agreed on, and tells everybody. */
    YearClosing approve(UUID id, Caller.Officer officer) {
        Instant now = clock.instant();
        Append append = journal.beginCommon(clock);
        YearClosing.Head closing = table.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        if (closing.requester().equals(officer.id())) {
            throw Problem.of(LedgerProblem.SAME_OFFICER);
        }
        if (!table.close(id, officer, now)) {
            throw Problem.of(LedgerProblem.CLOSING_NOT_AGREED);
        }
        YearClosing closed = find(id).orElseThrow();
        append.write(List.of(event(closed, now)));
        return closed;
    }

    private NewRow event(YearClosing closing, Instant now) {
        YearClosed closed = new YearClosed(
                closing.fiscalYear(),
                closing.plans().stream().map(YearClosing.PlanFigures::told).toList(),
                now,
                closing.seal());
        return new NewRow(
                StreamId.ofClose(new FiscalYear(closing.fiscalYear())),
                1,
                EventType.YEAR_CLOSED.writtenName(),
                LocalDate.ofInstant(now, clock.getZone()),
                Yen.ZERO,
                Yen.ZERO,
                AccountEventCodec.bytes(closed),
                NO_STATE,
                Standing.OPENS_AND_CLOSES);
    }

    Optional<YearClosing> find(UUID id) {
        return table.find(id).map(this::answer);
    }

    /** The newest closings, newest first. */
    List<YearClosing> newest() {
        return table.newest(MOST).stream().map(this::answer).toList();
    }

    private YearClosing answer(YearClosing.Head closing) {
        return switch (closing.status()) {
            case COMPUTING -> closing.with(List.of(), 0, List.of());
            case DIFFERENT ->
                closing.with(List.of(), table.differenceCount(closing.id()), table.differences(closing.id(), MOST));
            case AGREED -> closing.with(table.computedTotals(closing.fiscalYear()), 0, List.of());
            case CLOSED -> closing.with(table.closedTotals(closing.fiscalYear()), 0, List.of());
        };
    }
}
