package jp.nenkin.ledger.seal;

import java.io.PrintStream;

/** How far a verification is: on a terminal one line that is written over, elsewhere a line for each tenth. */
final class StepsLine implements Verifier.Progress {
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private long told;

    StepsLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void done(int parts, int of) {
        String line = "step %d of %d".formatted(parts, of);
        if (terminal) {
            out.print("\r" + line);
            if (parts == of) {
                out.println();
            }
            out.flush();
            return;
        }
        long tenths = (long) parts * TENTHS / of;
        if (tenths > told) {
            told = tenths;
            out.println(line);
        }
    }
}
