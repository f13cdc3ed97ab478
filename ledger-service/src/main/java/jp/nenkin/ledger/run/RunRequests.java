package jp.nenkin.ledger.run;

import static jp.nenkin.ledger.problem.LedgerProblem.CUT_OFFS_AMBIGUOUS;
import static jp.nenkin.ledger.problem.LedgerProblem.CUT_OFF_NOT_PASSED;
import static jp.nenkin.ledger.problem.LedgerProblem.EARLIER_PERIOD_NOT_RUN;
import static jp.nenkin.ledger.problem.LedgerProblem.MONTH_NOT_CLOSED;
import static jp.nenkin.ledger.problem.LedgerProblem.PERIOD_ALREADY_PASSED;
import static jp.nenkin.ledger.problem.LedgerProblem.PERIOD_NOT_OVER;
import static jp.nenkin.ledger.problem.LedgerProblem.RATE_NOT_APPROVED;
import static jp.nenkin.ledger.problem.LedgerProblem.RUN_IN_PROGRESS;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.StatementPrepared.CutOff;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.statement.CutOffs;
import org.jspecify.annotations.Nullable;

/** What an officer may ask for now: what can be known before a run reads the accounts is refused at once. */
@ApplicationScoped
class RunRequests {
    private static final Duration A_RUN = Duration.ofSeconds(1);

    private final Runs runs;
    private final FundBooks fundBooks;
    private final MonthClosings closings;
    private final Event<Requested.Accepted> accepted;
    private final Ids ids;
    private final Clock clock;

    RunRequests(
            Runs runs,
            FundBooks fundBooks,
            MonthClosings closings,
            Event<Requested.Accepted> accepted,
            Ids ids,
            Clock clock) {
        this.accepted = accepted;
        this.runs = runs;
        this.fundBooks = fundBooks;
        this.closings = closings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The contributions of a month; refused until every fact filed before the month was closed has arrived. */
    Run contributions(YearMonth month, Caller.Officer officer) {
        return standing(RunKind.CONTRIBUTION, month.toString()).orElseGet(() -> {
            Books books = fundBooks.current();
            refusePassed(month, books.contributionsThrough());
            if (!closings.isClosed(month)) {
                throw Problem.of(MONTH_NOT_CLOSED)
                        .with("month", month.toString())
                        .retryAfter(A_RUN);
            }
            return open(RunKind.CONTRIBUTION, month.toString(), null, officer);
        });
    }

    /** The interest of a fiscal year; refused until the year is over and its rate approved. */
    Run interest(FiscalYear year, Caller.Officer officer) {
        return standing(RunKind.INTEREST, year.toString()).orElseGet(() -> {
            Books books = fundBooks.current();
            refusePassed(year, books.creditedThrough());
            if (!year.lastDay().isBefore(LocalDate.now(clock))) {
                throw Problem.of(PERIOD_NOT_OVER).with("period", year.toString());
            }
            if (books.rates().of(year).isEmpty()) {
                throw Problem.of(RATE_NOT_APPROVED).with("fiscalYear", year.year());
            }
            return open(RunKind.INTEREST, year.toString(), null, officer);
        });
    }

    /** The statements of a fiscal year; refused until its interest is run and the cut-offs have passed. */
    Run statements(FiscalYear year, CutOffs cutOffs, Caller.Officer officer) {
        return standing(RunKind.STATEMENT, year.toString()).orElseGet(() -> {
            refuseAmbiguous(year, cutOffs);
            refuseFuture(cutOffs);
            FiscalYear credited = fundBooks.current().creditedThrough();
            if (credited == null || year.isAfter(credited)) {
                throw Problem.of(EARLIER_PERIOD_NOT_RUN)
                        .with("kind", RunKind.INTEREST)
                        .with("period", year.toString());
            }
            return open(RunKind.STATEMENT, year.toString(), text(cutOffs), officer);
        });
    }

    private static void refuseAmbiguous(FiscalYear year, CutOffs cutOffs) {
        long kinds = cutOffs.days().stream()
                .map(day -> day.type() + "/" + day.channel())
                .distinct()
                .count();
        boolean early = cutOffs.days().stream().anyMatch(day -> day.lastDay().isBefore(year.lastDay()));
        if (kinds < cutOffs.days().size() || early) {
            throw Problem.of(CUT_OFFS_AMBIGUOUS);
        }
    }

    private void refuseFuture(CutOffs cutOffs) {
        LocalDate today = LocalDate.now(clock);
        for (CutOff day : cutOffs.days()) {
            if (!day.lastDay().isBefore(today)) {
                throw Problem.of(CUT_OFF_NOT_PASSED)
                        .with("lastDay", day.lastDay().toString());
            }
        }
    }

    private static <P extends Comparable<P>> void refusePassed(P period, @Nullable P last) {
        if (last != null && period.compareTo(last) <= 0) {
            throw Problem.of(PERIOD_ALREADY_PASSED)
                    .with("period", period.toString())
                    .with("last", last.toString());
        }
    }

    private Optional<Run> standing(RunKind kind, String period) {
        return runs.standing(kind, period);
    }

    private Run open(RunKind kind, String period, @Nullable String parameters, Caller.Officer officer) {
        RunRequest request = new RunRequest(ids.next(), kind, period, parameters, officer.id(), clock.instant());
        return switch (runs.request(request)) {
            case Requested.Accepted made -> {
                accepted.fire(made);
                yield made.run();
            }
            case Requested.Existing(Run run) -> run;
            case Requested.Busy busy -> throw Problem.of(RUN_IN_PROGRESS).retryAfter(A_RUN);
        };
    }

    private static String text(CutOffs cutOffs) {
        try {
            return EventJson.mapper().writeValueAsString(cutOffs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cut-offs that are no JSON", e);
        }
    }
}
