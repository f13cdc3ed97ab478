package jp.nenkin.ledger.run;

/** What became of a request. */
public sealed interface Requested {

    /** The run is open and will be worked on. */
    record Accepted(Run run) implements Requested {}

    /** The period has this run already, open or completed. */
    record Existing(Run run) implements Requested {}

    /** Another run is open; there is one at a time. */
    record Busy(Run open) implements Requested {}
}
