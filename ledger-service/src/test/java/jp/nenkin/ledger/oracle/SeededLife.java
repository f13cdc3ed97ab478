package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.oracle.Step.ApproveRate;
import jp.nenkin.ledger.oracle.Step.CloseMonthRun;
import jp.nenkin.ledger.oracle.Step.DayComes;
import jp.nenkin.ledger.oracle.Step.Filing;
import jp.nenkin.ledger.oracle.Step.InterestRun;

/**
 * A life, and the order in which an office learns of it.
 *
 * @param firstYear the fiscal year that the books begin with; months and years before it count as run
 * @param truth what the office believes after the last step
 */
record SeededLife(long seed, int firstYear, TrueFacts truth, List<Step> steps) {
    SeededLife {
        steps = List.copyOf(steps);
    }

    /** The facts as believed when steps 0 to k have been taken. */
    TrueFacts factsKnownAfter(int k) {
        return Belief.after(truth.born(), steps.subList(0, k + 1));
    }

    /** The point that the books have come to when steps 0 to k have been taken. */
    Books booksAfter(int k) {
        YearMonth month = YearMonth.of(firstYear, 3);
        int year = firstYear - 1;
        Map<Integer, Integer> rates = new HashMap<>();
        for (Step step : steps.subList(0, k + 1)) {
            switch (step) {
                case CloseMonthRun run -> month = run.month();
                case InterestRun run -> year = run.fiscalYear();
                case ApproveRate rate -> rates.put(rate.fiscalYear(), rate.tenths());
                case Filing filing -> {}
                case DayComes day -> {}
            }
        }
        return new Books(month, year, rates, steps.get(k).day());
    }

    /** What the books should hold when steps 0 to k have been taken. */
    Oracle oracleAfter(int k) {
        return new Oracle(factsKnownAfter(k), booksAfter(k));
    }

    LocalDate lastDay() {
        return steps.getLast().day();
    }

    @Override
    public String toString() {
        return "life of seed " + seed;
    }
}
