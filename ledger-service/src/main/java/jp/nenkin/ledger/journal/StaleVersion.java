package jp.nenkin.ledger.journal;

/** A row was decided on another version of its stream than the newest one. */
public final class StaleVersion extends RuntimeException {
    private final StreamId stream;
    private final int newest;
    private final int offered;

    StaleVersion(StreamId stream, int newest, int offered) {
        super("stream " + stream.value() + " is at version " + newest + ", so " + offered + " cannot follow");
        this.stream = stream;
        this.newest = newest;
        this.offered = offered;
    }

    public StreamId stream() {
        return stream;
    }

    /** The version of the stream's newest row; 0 when there is none. */
    public int newest() {
        return newest;
    }

    public int offered() {
        return offered;
    }
}
