package jp.nenkin.ledger.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Where a worker is killed.
 *
 * @param count at which time it comes there
 * @param stands whether it stays there until it is dead, with all that it holds; or goes on as far as it gets
 */
record KillPoint(Step step, int count, boolean stands) {
    /** Nowhere. */
    static final KillPoint NEVER = new KillPoint(Step.NONE, 1, false);

    /** The steps of a run, as statements show them. */
    enum Step {
        OPEN("open_run_table", 1),
        CUT("insert into run_chunk", 5),
        COMPUTE("", 4_000),
        FILL("update run_chunk", 8),
        KEY("seal_run_table", 1),
        REPAIR("repair_run_table", 2),
        GATE("close_gate", 1),
        ATTACH("attach_run_table", 1),
        COMMIT("commit", 40),
        NONE("", 1);

        private final String statement;
        private final int most;

        Step(String statement, int most) {
            this.statement = statement;
            this.most = most;
        }

        /** All that can be drawn. */
        static List<Step> drawn() {
            return Arrays.stream(values()).filter(step -> step != NONE).toList();
        }

        boolean isMadeBy(String sql) {
            return !statement.isEmpty() && sql.toLowerCase(Locale.ROOT).contains(statement);
        }
    }

    /** One of a step, drawn. */
    static KillPoint of(Step step, RandomGenerator random) {
        return new KillPoint(step, 1 + random.nextInt(step.most), random.nextBoolean());
    }

    static KillPoint parse(String text) {
        String[] parts = text.split(":", -1);
        return new KillPoint(Step.valueOf(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]));
    }

    /** As {@link #parse} reads it. */
    String text() {
        return String.join(":", List.of(step.name(), Integer.toString(count), Boolean.toString(stands)));
    }
}
