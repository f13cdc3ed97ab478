package jp.nenkin.ledger.oracle;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.nenkin.ledger.oracle.Picture.Account;
import jp.nenkin.ledger.oracle.Picture.AccountKey;
import jp.nenkin.ledger.oracle.Picture.Credit;
import jp.nenkin.ledger.oracle.Picture.Received;
import jp.nenkin.ledger.oracle.TrueFacts.BaseChange;
import org.jspecify.annotations.Nullable;

/** One account of a life while its interest is counted. */
final class Holding {
    /** Tenths of a percent of a twelfth. */
    private static final long PARTS = 12_000;

    private final AccountKey key;
    private final Life life;
    private final Books books;
    private final @Nullable Received takenOver;
    private final @Nullable Received transferred;
    private final List<Amount> added = new ArrayList<>();
    private final SortedMap<LocalDate, Credit> credits = new TreeMap<>();
    private boolean ratePending;

    Holding(AccountKey key, Life life, Books books, Origin origin) {
        this.key = key;
        this.life = life;
        this.books = books;
        this.takenOver = origin.takenOver();
        this.transferred = origin.transferred();
        if (transferred != null) {
            added.add(new Amount(YearMonth.from(transferred.on()), transferred.on(), transferred.amount()));
        }
    }

    /** Where the money that is no contribution comes from. */
    record Origin(@Nullable Received takenOver, @Nullable Received transferred) {}

    /** An amount on its value date; interest counts it from its value month. */
    private record Amount(YearMonth month, LocalDate postedOn, long yen) {}

    // One contribution per month of membership: from the month of acquisition to the month before the month of loss.
    void contribute(List<BaseChange> changes) {
        for (Membership membership : life.memberships()) {
            YearMonth month = YearMonth.from(membership.acquiredOn());
            while (membership.hasMonth(month) && isPosted(membership, month)) {
                LocalDate postedOn = membership.postingDay(month);
                if (isAfterTakeOver(postedOn) && membership.isOffered(key.plan(), month)) {
                    long base = membership.base(key.plan(), month, changes);
                    if (base > 0) {
                        added.add(new Amount(month, postedOn, key.plan().contribution(base)));
                    }
                }
                month = month.plusMonths(1);
            }
        }
    }

    /** What the books have run through; of a membership that has ended, all of it. */
    private boolean isPosted(Membership membership, YearMonth month) {
        return !month.isAfter(books.contributionsThrough()) || membership.hasEndedBy(books.today());
    }

    private boolean isAfterTakeOver(LocalDate day) {
        return takenOver == null || day.isAfter(takenOver.on());
    }

    // Per account at each crediting date, in the order of the dates; one credit per account per date.
    void credit() {
        LocalDate previous = takenOver == null ? null : takenOver.on();
        long balance = takenOver == null ? 0 : takenOver.amount();
        NavigableSet<LocalDate> due = dueDates();
        for (LocalDate date : due) {
            List<Amount> since = addedSince(previous, date);
            if (balance != 0 || !since.isEmpty()) {
                if (books.tenthsOn(date) == null) {
                    hold(date, due);
                    return;
                }
                Fraction exact = interest(balance, previous, since, date);
                balance += since.stream().mapToLong(Amount::yen).sum() + exact.roundedUp();
                credits.put(date, new Credit(exact, exact.roundedUp(), balance));
            }
            previous = date;
        }
    }

    /** What a loss or an end waits for a rate with is held, and what comes after it. */
    private void hold(LocalDate date, NavigableSet<LocalDate> due) {
        ratePending = due.tailSet(date, true).stream().anyMatch(eventDates()::contains);
        if (ratePending) {
            added.removeIf(contribution -> contribution.postedOn().isAfter(date));
        }
    }

    /** ceil_1yen( A1 × B × C1/12 + Σ A2i × B × C2i/12 ), before it is rounded: month by month. */
    private Fraction interest(long balance, @Nullable LocalDate previous, List<Amount> since, LocalDate date) {
        BigInteger parts = BigInteger.ZERO;
        if (previous != null) {
            YearMonth first = life.terms().firstMonthAfter(previous);
            for (YearMonth month = first; !month.isAfter(YearMonth.from(date)); month = month.plusMonths(1)) {
                if (!isFrozen(lastDayOf(month, date))) {
                    parts = parts.add(aMonthOf(balance, lastDayOf(month, date), date));
                }
            }
        }
        for (Amount amount : since) {
            YearMonth month = amount.month();
            for (; !month.isAfter(YearMonth.from(date)); month = month.plusMonths(1)) {
                parts = parts.add(aMonthOf(amount.yen(), lastDayOf(month, date), date));
            }
        }
        return Fraction.of(parts, PARTS);
    }

    /** A month is judged at its end, or on the crediting date if that is earlier. */
    private static LocalDate lastDayOf(YearMonth month, LocalDate creditingDate) {
        LocalDate end = month.atEndOfMonth();
        return end.isAfter(creditingDate) ? creditingDate : end;
    }

    private BigInteger aMonthOf(long yen, LocalDate judgedOn, LocalDate creditingDate) {
        Integer declared = books.tenthsOn(creditingDate);
        if (declared == null) {
            throw new IllegalStateException("No rate on " + creditingDate);
        }
        int tenths = life.isCapped(judgedOn) ? Math.min(declared, life.terms().capTenths()) : declared;
        return BigInteger.valueOf(yen).multiply(BigInteger.valueOf(tenths));
    }

    private List<Amount> addedSince(@Nullable LocalDate previous, LocalDate date) {
        return added.stream()
                .filter(amount -> previous == null || amount.postedOn().isAfter(previous))
                .filter(amount -> !amount.postedOn().isAfter(date))
                .toList();
    }

    /** The crediting dates that the books have come to, and every earlier one of one that is due. */
    private NavigableSet<LocalDate> dueDates() {
        NavigableSet<LocalDate> events = eventDates();
        NavigableSet<LocalDate> due = new TreeSet<>(events);
        for (int year = firstYear(); year <= lastYear(); year++) {
            LocalDate march31 = FiscalYears.lastDay(year);
            boolean reached = year <= books.creditedThrough() || events.higher(march31) != null || isMadeUpFor(march31);
            if (reached && isOpenOn(march31) && earnsOn31March(march31)) {
                due.add(march31);
            }
        }
        return due;
    }

    private boolean isMadeUpFor(LocalDate march31) {
        return books.hasCome(march31)
                && life.absenceOn(march31)
                        .filter(absence -> absence.makesUpFor(march31))
                        .isPresent();
    }

    /** Every 31 March while a member, DEFERRED or WAITING; an asset brought in before joining is WAITING. */
    private boolean earnsOn31March(LocalDate march31) {
        return life.isMember(march31)
                || life.absenceOn(march31)
                        .map(absence -> cameIn(absence) || absence.isCreditedOn31March(march31))
                        .orElse(true);
    }

    /** The day before each loss, the ends of deferrals, and the days that old-age rights arise after a merger. */
    private NavigableSet<LocalDate> eventDates() {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        for (Absence absence : life.absences()) {
            if (books.hasCome(absence.loss().on())) {
                dates.add(absence.loss().on().minusDays(1));
            }
            absence.creditedOnItsEnd()
                    .filter(end -> books.hasCome(end) && !cameIn(absence))
                    .ifPresent(dates::add);
        }
        dates.removeIf(date -> !isOpenOn(date));
        return dates;
    }

    private boolean isOpenOn(LocalDate date) {
        LocalDate paidOn = life.paidOn();
        return isAfterTakeOver(date)
                && (transferred == null || !date.isBefore(transferred.on()))
                && (paidOn == null || !date.isAfter(paidOn));
    }

    private boolean cameIn(Absence absence) {
        return transferred != null && absence.covers(transferred.on());
    }

    private boolean isFrozen(LocalDate day) {
        return life.absenceOn(day)
                .filter(absence -> !absence.right() && !cameIn(absence))
                .isPresent();
    }

    private int firstYear() {
        if (transferred != null) {
            return FiscalYears.of(transferred.on());
        }
        return life.memberships().isEmpty()
                ? lastYear() + 1
                : FiscalYears.of(life.memberships().getFirst().acquiredOn());
    }

    private int lastYear() {
        return Math.max(books.creditedThrough(), FiscalYears.of(books.today()));
    }

    Account account() {
        long held = balanceOn(LocalDate.MAX);
        boolean closed = isClosed();
        return new Account(
                key,
                takenOver,
                transferred,
                contributions(),
                credits,
                closed ? 0 : held,
                closed ? held : 0,
                standing());
    }

    private SortedMap<YearMonth, Long> contributions() {
        SortedMap<YearMonth, Long> contributions = new TreeMap<>();
        if (transferred == null) {
            added.forEach(amount -> contributions.put(amount.month(), amount.yen()));
        }
        return contributions;
    }

    private boolean isClosed() {
        LocalDate paidOn = life.paidOn();
        return paidOn != null && books.hasCome(paidOn);
    }

    /** What an amount with a value date up to a day sums up to, before any payment. */
    long balanceOn(LocalDate day) {
        long before = takenOver == null || takenOver.on().isAfter(day) ? 0 : takenOver.amount();
        return before + addedBetween(LocalDate.MIN, day) + interestBetween(LocalDate.MIN, day);
    }

    long addedBetween(LocalDate first, LocalDate last) {
        return added.stream()
                .filter(amount ->
                        !amount.postedOn().isBefore(first) && !amount.postedOn().isAfter(last))
                .mapToLong(Amount::yen)
                .sum();
    }

    long interestBetween(LocalDate first, LocalDate last) {
        return credits.entrySet().stream()
                .filter(each -> !each.getKey().isBefore(first) && !each.getKey().isAfter(last))
                .mapToLong(each -> each.getValue().interest())
                .sum();
    }

    private Standing standing() {
        if (isClosed()) {
            return Standing.CLOSED;
        }
        if (ratePending) {
            return Standing.RATE_PENDING;
        }
        if (life.isMember(books.today())) {
            return Standing.ACTIVE;
        }
        return life.absenceOn(books.today())
                .filter(absence -> !cameIn(absence))
                .map(absence -> absence.standingOn(books.today()))
                .orElse(Standing.WAITING);
    }

    AccountKey key() {
        return key;
    }
}
