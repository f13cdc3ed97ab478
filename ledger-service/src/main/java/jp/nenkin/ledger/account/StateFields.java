package jp.nenkin.ledger.account;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.account.Accrual.Earning;
import jp.nenkin.ledger.account.Accrual.YearSum;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.interest.MonthKind;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The parts of a stored state; the places in the lists are stored: they are never changed or reused. */
final class StateFields {
    private static final List<FilingType> TYPES = List.of(
            FilingType.ENROLMENT,
            FilingType.BASE_SALARY_CHANGE,
            FilingType.LOSS,
            FilingType.TAKE_OVER,
            FilingType.ESTABLISHMENT_CHANGE,
            FilingType.TRANSFER_IN,
            FilingType.CANCELLATION,
            FilingType.DEFERRAL);
    private static final List<FilingChannel> CHANNELS = List.of(FilingChannel.PAPER, FilingChannel.DATA);
    private static final List<LossCause> CAUSES = List.of(
            LossCause.RETIREMENT,
            LossCause.DEATH,
            LossCause.AGE_65,
            LossCause.REENROLMENT,
            LossCause.DISMISSAL,
            LossCause.MERGER,
            LossCause.VOLUNTARY_WITHDRAWAL,
            LossCause.OTHER);
    private static final List<MonthKind> KINDS = List.of(MonthKind.MEMBER, MonthKind.OUTSIDE, MonthKind.FROZEN);
    private static final int NO_DATE = Integer.MIN_VALUE;

    private StateFields() {}

    static void put(ByteBuffer out, Membership membership) {
        out.putInt(membership.establishment().value());
        put(out, membership.acquiredOn());
        put(out, membership.joinedOn());
        out.putInt(membership.earlierMonths());
        out.put((byte) (membership.transferredAsset() ? 1 : 0));
        out.putInt(membership.creditedMonths());
    }

    static Membership membership(ByteBuffer in) {
        return new Membership(
                new EstablishmentNumber(in.getInt()), date(in), date(in), in.getInt(), in.get() == 1, in.getInt());
    }

    static void put(ByteBuffer out, Loss loss) {
        put(out, loss.lostOn());
        out.put((byte) CAUSES.indexOf(loss.cause()));
    }

    static Loss loss(ByteBuffer in) {
        return new Loss(date(in), CAUSES.get(in.get()));
    }

    static void put(ByteBuffer out, Accrual accrual) {
        put(out, accrual.from());
        put(out, accrual.opening());
        out.putInt(accrual.year().year());
        put(out, accrual.current());
        put(out, accrual.following());
        put(out, accrual.earning());
    }

    static Accrual accrual(ByteBuffer in) {
        return new Accrual(date(in), yen(in), new FiscalYear(in.getInt()), sum(in), sum(in), earning(in));
    }

    private static void put(ByteBuffer out, Earning earning) {
        put(out, earning.since());
        out.put((byte) KINDS.indexOf(earning.kind()));
        put(out, earning.member());
        put(out, earning.outside());
    }

    private static Earning earning(ByteBuffer in) {
        return new Earning(month(in), KINDS.get(in.get()), months(in), months(in));
    }

    private static void put(ByteBuffer out, EarnedMonths months) {
        out.putInt(months.openingMonths()).putLong(months.yenMonths());
    }

    private static EarnedMonths months(ByteBuffer in) {
        int openingMonths = in.getInt();
        long yenMonths = in.getLong();
        return openingMonths == 0 && yenMonths == 0 ? EarnedMonths.NONE : new EarnedMonths(openingMonths, yenMonths);
    }

    private static void put(ByteBuffer out, YearSum sum) {
        out.putLong(sum.amount().amount()).putLong(sum.yenMonths());
    }

    private static YearSum sum(ByteBuffer in) {
        return new YearSum(yen(in), in.getLong());
    }

    static void put(ByteBuffer out, Contributions contributions) {
        put(out, contributions.first());
        put(out, contributions.through());
        put(out, contributions.baseSalaries());
    }

    static Contributions contributions(ByteBuffer in) {
        return new Contributions(month(in), month(in), baseSalaries(in));
    }

    static void put(ByteBuffer out, BaseSalaries salaries) {
        out.putShort((short) salaries.entries().size());
        for (BaseSalary salary : salaries.entries()) {
            put(out, salary.effectiveFrom());
            out.putInt(salary.establishment().value());
            put(out, salary.amount());
            put(out, salary.filing());
        }
    }

    static BaseSalaries baseSalaries(ByteBuffer in) {
        int size = in.getShort();
        List<BaseSalary> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(new BaseSalary(month(in), new EstablishmentNumber(in.getInt()), yen(in), filing(in)));
        }
        return new BaseSalaries(entries);
    }

    private static void put(ByteBuffer out, Filing filing) {
        out.putLong(filing.id().getMostSignificantBits()).putLong(filing.id().getLeastSignificantBits());
        out.put((byte) TYPES.indexOf(filing.type())).put((byte) CHANNELS.indexOf(filing.channel()));
        put(out, filing.receivedOn());
    }

    private static Filing filing(ByteBuffer in) {
        return new Filing(new UUID(in.getLong(), in.getLong()), TYPES.get(in.get()), CHANNELS.get(in.get()), date(in));
    }

    static void put(ByteBuffer out, Yen yen) {
        out.putLong(yen.amount());
    }

    static Yen yen(ByteBuffer in) {
        return new Yen(in.getLong());
    }

    private static void put(ByteBuffer out, LocalDate date) {
        out.putInt((int) date.toEpochDay());
    }

    private static LocalDate date(ByteBuffer in) {
        return LocalDate.ofEpochDay(in.getInt());
    }

    static void putOrNone(ByteBuffer out, @Nullable LocalDate date) {
        out.putInt(date == null ? NO_DATE : (int) date.toEpochDay());
    }

    static @Nullable LocalDate dateOrNone(ByteBuffer in) {
        int day = in.getInt();
        return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
    }

    private static void put(ByteBuffer out, YearMonth month) {
        out.putInt(month.getYear() * 12 + month.getMonthValue() - 1);
    }

    private static YearMonth month(ByteBuffer in) {
        int months = in.getInt();
        return YearMonth.of(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1);
    }
}
