package jp.nenkin.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import org.jspecify.annotations.Nullable;

/** What the fund is told about a member, and in which month; everything else follows from it by the fund's rules. */
public sealed interface DemoFact {

    /** The month before whose closing it is filed: later than its own month when it is filed late. */
    YearMonth filedIn();

    /** Membership begins, for the first time or again. */
    record Enrolment(YearMonth filedIn, LocalDate acquiredOn, Bases bases, Receipt receipt) implements DemoFact {}

    /** Another base salary from 1 April or 1 October on. */
    record BaseSalaryChange(YearMonth filedIn, LocalDate effectiveFrom, Bases bases, Receipt receipt)
            implements DemoFact {}

    /** Membership ends. */
    record Loss(YearMonth filedIn, LocalDate lostOn, LossCause cause, Receipt receipt) implements DemoFact {}

    /**
     * A member is brought in from the former system.
     *
     * @param number the member number that the former system gave
     * @param creditedOn the 31 March up to which it had credited interest
     */
    record TakeOver(
            YearMonth filedIn,
            String number,
            LocalDate acquiredOn,
            List<MembershipPeriod> earlierPeriods,
            Bases bases,
            List<Asset> assets,
            LocalDate creditedOn,
            List<Balance> balances)
            implements DemoFact {
        public TakeOver {
            earlierPeriods = List.copyOf(earlierPeriods);
            assets = List.copyOf(assets);
            balances = List.copyOf(balances);
        }
    }

    /**
     * Base salaries as they are filed.
     *
     * @param first yen, where the first plan is filed
     * @param secondUnits units, where the establishment leaves them to each member
     */
    record Bases(@Nullable Long first, @Nullable Integer secondUnits) {}

    /**
     * How a filing reached the fund.
     *
     * @param receivedOn entered by the officer with paper; data are received on the day they arrive
     */
    record Receipt(FilingChannel channel, @Nullable LocalDate receivedOn) {}

    /** An asset brought from another plan, as a sub-account of the first plan. */
    record Asset(int ordinal, LocalDate receivedOn, String source, int creditedMonths) {}

    /** The balance of an account in the former system, in yen. */
    record Balance(Plan plan, int ordinal, long yen) {}
}
