package jp.nenkin.local.demo;

import java.time.YearMonth;

/** Takes part in the loading of a demo fund: what it files then lies in the fund's past. */
public interface DemoListener {
    DemoListener NONE = new DemoListener() {};

    /** A month's facts are about to be filed, the months before it are run. */
    default void before(YearMonth month) {}

    /** All months of a fiscal year are run, its 31 March is about to be credited. */
    default void beforeInterest(int fiscalYear) {}

    /** The notices of this fiscal year are about to be published. */
    default void beforeNotices(int fiscalYear) {}
}
