package jp.nenkin.local.demo;

import jp.nenkin.local.Progress;
import jp.nenkin.local.RunningSystem;

/** Loads the demo fund into a local system that is up and empty. */
public final class DemoLoader {
    private DemoLoader() {}

    /**
     * Loads the fund that this seed gives; called once in a data folder's life.
     *
     * @param seed the same seed gives the same fund
     */
    public static void load(RunningSystem system, long seed, Progress progress) {
        progress.say("No demo fund to load for seed " + seed + " at "
                + system.clock().instant());
    }
}
