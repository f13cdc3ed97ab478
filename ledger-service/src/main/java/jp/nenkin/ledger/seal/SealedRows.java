package jp.nenkin.ledger.seal;

import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.run.CopyReader;

/** The rows that a cut covers, and of each stream the newest. */
final class SealedRows {
    static final int FIELDS = 3;

    private SealedRows() {}

    /** The query for the covered rows in the order of streams and versions. */
    static String select(Cut cut) {
        StringBuilder sql = new StringBuilder("select stream, version, hash from ")
                .append(SegmentHead.leaf(cut.segment()))
                .append(" where true");
        if (cut.from() > 0) {
            sql.append(" and xid >= '").append(cut.from()).append("'::xid8");
        }
        if (cut.until() != null) {
            sql.append(" and xid < '").append(cut.until()).append("'::xid8");
        }
        return sql.append(" order by stream, version").toString();
    }

    /** Takes the newest row of a stream. */
    @FunctionalInterface
    interface Newest {
        void take(long stream, int version, byte[] hash);
    }

    /** Gives the last row of each stream on. */
    static void newest(CopyReader rows, Newest newest) {
        boolean begun = false;
        long stream = 0;
        int version = 0;
        byte[] hash = new byte[0];
        while (rows.next()) {
            long next = rows.readLong();
            if (begun && next != stream) {
                newest.take(stream, version, hash);
            }
            begun = true;
            stream = next;
            version = rows.readInt();
            hash = rows.readBytes();
        }
        if (begun) {
            newest.take(stream, version, hash);
        }
    }
}
