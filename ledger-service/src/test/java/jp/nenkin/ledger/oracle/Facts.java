package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.nenkin.ledger.oracle.TrueFacts.Balance;
import jp.nenkin.ledger.oracle.TrueFacts.BaseChange;
import jp.nenkin.ledger.oracle.TrueFacts.Deferral;
import jp.nenkin.ledger.oracle.TrueFacts.Establishment;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import jp.nenkin.ledger.oracle.TrueFacts.Move;
import jp.nenkin.ledger.oracle.TrueFacts.Payment;
import jp.nenkin.ledger.oracle.TrueFacts.Period;
import jp.nenkin.ledger.oracle.TrueFacts.TakeOver;
import jp.nenkin.ledger.oracle.TrueFacts.Transfer;
import org.jspecify.annotations.Nullable;

/** The worked examples' words for true facts; days are ISO text. */
final class Facts {
    static final Establishment BOTH = new Establishment("both plans", Set.of(Plan.FIRST, Plan.SECOND));
    static final Establishment ONLY_FIRST = new Establishment("plan 1 only", Set.of(Plan.FIRST));
    static final Establishment ONLY_SECOND = new Establishment("plan 2 only", Set.of(Plan.SECOND));

    private LocalDate born = LocalDate.of(1980, 6, 15);
    private @Nullable TakeOver takeOver;
    private final List<Period> periods = new ArrayList<>();
    private final List<BaseChange> changes = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Deferral> deferrals = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    /** Joined 1 April 2015, plan 1, base 300,000, with 100,000 at the end of March 2024. */
    static Facts ofX() {
        return new Facts().acquired("2015-04-01", ONLY_FIRST, 300_000, 0).takenOver("2024-03-31", 100_000, 0);
    }

    Facts born(String day) {
        born = LocalDate.parse(day);
        return this;
    }

    /** Balances of the ordinary accounts; 0 is none. */
    Facts takenOver(String creditedOn, long first, long second) {
        List<Balance> balances = new ArrayList<>();
        if (first > 0) {
            balances.add(new Balance(Plan.FIRST, 0, first));
        }
        if (second > 0) {
            balances.add(new Balance(Plan.SECOND, 0, second));
        }
        takeOver = new TakeOver(LocalDate.parse(creditedOn), balances);
        return this;
    }

    /** A membership with its first base salaries; 0 is none. */
    Facts acquired(String on, Establishment at, long first, long second) {
        periods.add(new Period(LocalDate.parse(on), at, bases(first, second), List.of(), null));
        return this;
    }

    Facts lost(String on, Cause cause) {
        Period period = periods.removeLast();
        Loss loss = new Loss(LocalDate.parse(on), cause);
        periods.add(new Period(period.acquiredOn(), period.at(), period.bases(), period.moves(), loss));
        return this;
    }

    Facts lost(String on) {
        return lost(on, Cause.RETIREMENT);
    }

    Facts moved(String on, Establishment to, long first, long second) {
        Period period = periods.removeLast();
        List<Move> moves = new ArrayList<>(period.moves());
        moves.add(new Move(LocalDate.parse(on), to, bases(first, second)));
        periods.add(new Period(period.acquiredOn(), period.at(), period.bases(), moves, period.loss()));
        return this;
    }

    Facts base(String effective, Plan plan, long base) {
        changes.add(new BaseChange(plan, YearMonth.parse(effective), base));
        return this;
    }

    Facts asset(String receivedOn, int subAccount, long amount, int creditedMonths) {
        transfers.add(new Transfer(Plan.FIRST, subAccount, amount, LocalDate.parse(receivedOn), creditedMonths));
        return this;
    }

    Facts deferred(String recordedOn, @Nullable String end) {
        deferrals.add(new Deferral(LocalDate.parse(recordedOn), end == null ? null : LocalDate.parse(end)));
        return this;
    }

    Facts paid(String on) {
        payments.add(new Payment(LocalDate.parse(on)));
        return this;
    }

    TrueFacts facts() {
        return new TrueFacts(born, takeOver, periods, changes, transfers, deferrals, payments);
    }

    private static Map<Plan, Long> bases(long first, long second) {
        if (first == 0) {
            return second == 0 ? Map.of() : Map.of(Plan.SECOND, second);
        }
        return second == 0 ? Map.of(Plan.FIRST, first) : Map.of(Plan.FIRST, first, Plan.SECOND, second);
    }
}
