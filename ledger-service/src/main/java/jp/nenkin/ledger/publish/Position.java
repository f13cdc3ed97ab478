package jp.nenkin.ledger.publish;

/**
 * How far the journal has been sent: a segment, and a place in it by the segment's own order. Places are compared
 * within their segment only.
 *
 * @param major the transaction of an online row, or the stream of a run's row; 0 before the first
 * @param minor the online row's id, or the version of a run's row
 */
record Position(int segment, long major, long minor) {
    private static final String SEPARATOR = "/";

    /** Before the first row of a segment. */
    static Position before(int segment) {
        return new Position(segment, 0, 0);
    }

    /** Reads the written form. */
    static Position parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no position in the journal: " + text);
        }
        return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return segment + SEPARATOR + major + SEPARATOR + minor;
    }
}
