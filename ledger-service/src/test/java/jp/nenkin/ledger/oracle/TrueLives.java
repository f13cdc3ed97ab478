package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** Makes what is true of a person over some years, by chance; what contradicts itself throws, and is tried again. */
final class TrueLives {
    /** By this many days after a loss, an application that came before it is entered. */
    static final int EARLY_ENTRY_DAYS = 30;

    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2026;
    private static final int[] GRADES = {88, 110, 150, 200, 240, 300, 320, 380, 440, 500, 560, 620, 650};
    private static final List<Establishment> ESTABLISHMENTS = List.of(
            new Establishment("1000001", Set.of(Plan.FIRST)),
            new Establishment("1000002", Set.of(Plan.FIRST, Plan.SECOND)),
            new Establishment("1000003", Set.of(Plan.SECOND)),
            new Establishment("1000004", Set.of(Plan.FIRST, Plan.SECOND)));

    private final Random random;
    private final LocalDate begin;
    private final LocalDate end;
    private final List<Period> periods = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Deferral> deferrals = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private @Nullable TakeOver takeOver;
    private LocalDate born = LocalDate.of(1985, 5, 5);

    TrueLives(Random random) {
        this.random = random;
        begin = LocalDate.of(FIRST_YEAR + random.nextInt(LAST_YEAR - FIRST_YEAR), Month.APRIL, 1);
        end = begin.plusYears(3L + random.nextInt(5));
    }

    int firstYear() {
        return begin.getYear();
    }

    LocalDate end() {
        return end;
    }

    TrueFacts life() {
        boolean takenOver = happens(40);
        LocalDate acquired =
                takenOver ? begin.minusDays(30L + random.nextInt(6_000)) : begin.plusDays(random.nextInt(300));
        if (takenOver) {
            acquired = some(acquired);
        }
        bornAround();
        membershipsFrom(acquired);
        if (takenOver) {
            takeOver = takeOver(periods.getFirst());
        }
        assets(takenOver);
        return new TrueFacts(born, takeOver, periods, baseChanges(), transfers, deferrals, payments);
    }

    /** Mostly far from any age that matters; else 60, or 65, or 65 on 31 March, within these years. */
    private void bornAround() {
        LocalDate within = begin.plusDays(700L + random.nextInt(900));
        born = switch (random.nextInt(10)) {
            case 0, 1 -> within.minusYears(65);
            case 2, 3 -> LocalDate.of(within.getYear() - 65, Month.APRIL, 1);
            case 4, 5 -> within.plusYears(1).minusYears(60);
            default -> LocalDate.of(begin.getYear() - 25 - random.nextInt(22), 1 + random.nextInt(12), 15);
        };
    }

    private void membershipsFrom(LocalDate first) {
        LocalDate acquired = first;
        LocalDate at65 = FiscalYears.attained(65, born);
        while (acquired != null && acquired.isBefore(end) && periods.size() < 4) {
            Loss loss = loss(acquired.isBefore(begin) ? begin : acquired);
            if (!at65.isAfter(loss == null ? end : loss.on())) {
                loss = new Loss(at65, Cause.AGE_65);
            }
            periods.add(period(acquired, loss));
            acquired = loss == null ? null : afterwards(loss);
        }
    }

    private @Nullable Loss loss(LocalDate from) {
        if (happens(30)) {
            return null;
        }
        LocalDate about = from.plusDays(40L + random.nextInt(1_100));
        LocalDate day = switch (random.nextInt(10)) {
            case 0 -> from.withDayOfMonth(Math.min(from.getDayOfMonth() + 1 + random.nextInt(9), 28));
            case 1, 2 -> LocalDate.of(about.getYear() + 1, Month.APRIL, 1);
            case 3 -> LocalDate.of(about.getYear() + 1, Month.MARCH, 31);
            case 4, 5 -> about.withDayOfMonth(1);
            default -> about;
        };
        Cause[] causes = Cause.values();
        Cause cause = happens(35) ? Cause.MERGER : causes[random.nextInt(causes.length)];
        if (cause == Cause.AGE_65 || (cause == Cause.DEATH && happens(80))) {
            cause = Cause.RETIREMENT;
        }
        return day.isAfter(from) && day.isBefore(end.minusDays(60)) ? new Loss(day, cause) : null;
    }

    /** Back soon or later, deferred, paid, or nothing more; the day of the next acquisition, if there is one. */
    private @Nullable LocalDate afterwards(Loss loss) {
        LocalDate on = loss.on();
        if (loss.cause() == Cause.DEATH) {
            return null;
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> on.plusDays(1L + random.nextInt(14));
            case 2, 3 -> on.plusDays(60L + random.nextInt(500));
            case 4, 5, 6 -> deferred(loss);
            case 7, 8 -> paid(on.plusDays(60L + random.nextInt(200)));
            default -> null;
        };
    }

    private @Nullable LocalDate deferred(Loss loss) {
        LocalDate from = loss.on().plusDays(EARLY_ENTRY_DAYS + random.nextInt(300));
        if (loss.cause().makesWait() || !from.isBefore(end)) {
            return null;
        }
        LocalDate recordedOn = happens(25) ? loss.on().minusDays(1L + random.nextInt(25)) : from;
        if (happens(30)) {
            deferrals.add(new Deferral(recordedOn, null));
            return happens(40) ? from.plusDays(200L + random.nextInt(400)) : null;
        }
        LocalDate ended = from.plusDays(20L + random.nextInt(500));
        deferrals.add(new Deferral(recordedOn, ended));
        return happens(50) ? paid(ended.plusDays(30L + random.nextInt(60))) : null;
    }

    private @Nullable LocalDate paid(LocalDate on) {
        if (!on.isBefore(end)) {
            return null;
        }
        payments.add(new Payment(on));
        return happens(50) ? on.plusDays(30L + random.nextInt(300)) : null;
    }

    private Period period(LocalDate acquired, @Nullable Loss loss) {
        Establishment at = establishment();
        Map<Plan, Long> bases = bases(at);
        List<Move> moves = new ArrayList<>();
        LocalDate from = acquired.isBefore(begin) ? begin : acquired;
        LocalDate until = loss == null ? end : loss.on();
        long days = until.toEpochDay() - from.toEpochDay();
        if (days > 60 && happens(30)) {
            Establishment to = establishment();
            Map<Plan, Long> there = bases(to);
            if (!to.equals(at)) {
                moves.add(new Move(from.plusDays(20 + random.nextInt((int) days - 40)), to, there));
            }
        }
        return new Period(acquired, at, bases, moves, loss);
    }

    private TakeOver takeOver(Period first) {
        List<Balance> balances = new ArrayList<>();
        first.at().offers().stream()
                .sorted()
                .forEach(plan -> balances.add(new Balance(plan, 0, 1_000L + random.nextInt(5_000_000))));
        return new TakeOver(begin.minusDays(1), balances);
    }

    private void assets(boolean takenOver) {
        Period first = periods.getFirst();
        if (takenOver && happens(20)) {
            LocalDate received = first.acquiredOn().plusDays(1);
            transfers.add(new Transfer(Plan.FIRST, 1, 100_000, received, random.nextInt(30)));
            List<Balance> balances = new ArrayList<>(takeOver == null ? List.of() : takeOver.balances());
            balances.add(new Balance(Plan.FIRST, 1, 100_000L + random.nextInt(50_000)));
            takeOver = new TakeOver(begin.minusDays(1), balances);
        }
        if (!takenOver && happens(15)) {
            LocalDate early = first.acquiredOn().minusDays(20L + random.nextInt(250));
            asset(early.isBefore(begin) ? begin : early);
        }
        for (Period period : periods) {
            if (happens(35)) {
                LocalDate from = period.acquiredOn().isBefore(begin) ? begin : period.acquiredOn();
                LocalDate until = period.loss() == null ? end : period.loss().on();
                long days = until.toEpochDay() - from.toEpochDay();
                asset(from.plusDays(random.nextInt((int) Math.max(1, days))));
            }
        }
    }

    private void asset(LocalDate receivedOn) {
        Plan plan = happens(70) ? Plan.FIRST : Plan.SECOND;
        int number = 1
                + (int) transfers.stream()
                        .filter(transfer -> transfer.plan() == plan)
                        .count();
        transfers.add(new Transfer(plan, number, 50_000L + random.nextInt(3_000_000), receivedOn, random.nextInt(60)));
    }

    private List<BaseChange> baseChanges() {
        List<BaseChange> changes = new ArrayList<>();
        for (YearMonth month = YearMonth.from(begin); month.atDay(1).isBefore(end); month = month.plusMonths(6)) {
            LocalDate day = month.atDay(1);
            for (Period period : periods) {
                for (Plan plan : Plan.values()) {
                    if (period.covers(day) && offered(period, plan, day) && happens(35)) {
                        changes.add(new BaseChange(plan, month, base(plan)));
                    }
                }
            }
        }
        return changes;
    }

    private static boolean offered(Period period, Plan plan, LocalDate day) {
        return period.moves().stream()
                .filter(move -> !move.on().isAfter(day))
                .reduce((first, second) -> second)
                .map(Move::to)
                .orElse(period.at())
                .offers()
                .contains(plan);
    }

    private Establishment establishment() {
        return ESTABLISHMENTS.get(random.nextInt(ESTABLISHMENTS.size()));
    }

    private Map<Plan, Long> bases(Establishment at) {
        Map<Plan, Long> bases = new HashMap<>();
        at.offers().stream().sorted().forEach(plan -> bases.put(plan, base(plan)));
        return bases;
    }

    private long base(Plan plan) {
        return switch (plan) {
            case FIRST -> 1_000L * GRADES[random.nextInt(GRADES.length)];
            case SECOND -> 1_000L * (1 + random.nextInt(30));
        };
    }

    /** Members join on the first of a month more often than not. */
    private LocalDate some(LocalDate day) {
        return happens(60) ? day.withDayOfMonth(1) : day;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }
}
