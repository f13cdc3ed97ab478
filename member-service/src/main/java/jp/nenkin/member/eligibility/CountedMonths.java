package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import jp.nenkin.events.MembershipPeriod;

/**
 * The calendar months of membership: from the month of acquisition to the month before that of loss.
 *
 * <p>Source: domain rules, sections 2 and 4.
 */
public final class CountedMonths {
    private CountedMonths() {}

    /** Of one period, acquired and lost in one month: none. */
    public static int of(LocalDate acquiredOn, LocalDate lostOn) {
        return of(List.of(new MembershipPeriod(acquiredOn, lostOn)));
    }

    /** Of several periods together, each calendar month once. */
    public static int of(List<MembershipPeriod> periods) {
        return Math.toIntExact(
                periods.stream().flatMap(CountedMonths::months).distinct().count());
    }

    private static Stream<YearMonth> months(MembershipPeriod period) {
        YearMonth end = YearMonth.from(period.lostOn());
        return Stream.iterate(
                YearMonth.from(period.acquiredOn()), month -> month.isBefore(end), month -> month.plusMonths(1));
    }
}
