package jp.nenkin.ledger.run;

/** A run was given up while it was worked on. */
final class RunNotOpen extends RuntimeException {
    RunNotOpen(Run run) {
        super("run " + run.request().id() + " is no longer open");
    }
}
