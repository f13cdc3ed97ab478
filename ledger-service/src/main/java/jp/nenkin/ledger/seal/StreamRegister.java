package jp.nenkin.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.SegmentTable;
import jp.nenkin.ledger.journal.StreamId;

/** The registry of streams against the journal: who is registered has rows. */
@ApplicationScoped
class StreamRegister {
    private static final int MOST_MOVES = 10;

    private final JournalSessions sessions;

    StreamRegister(JournalSessions sessions) {
        this.sessions = sessions;
    }

    /** The streams whose newest row is not where the registry says. */
    Findings missing() {
        SegmentHead head = head();
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            Findings findings = missing(head);
            SegmentHead now = head();
            if (now.equals(head)) {
                return findings;
            }
            // A run has closed meanwhile: what was missing may have come into another segment.
            head = now;
        }
        throw new IllegalStateException("the head moved " + MOST_MOVES + " times while the registry was verified");
    }

    private SegmentHead head() {
        return sessions.transaction(database -> new SegmentTable(database).head());
    }

    private Findings missing(SegmentHead head) {
        List<Integer> newest = new ArrayList<>(List.of(head.online()));
        if (head.generation() != null) {
            newest.add(head.generation());
        }
        return sessions.transaction(database -> {
            Findings findings = new Findings();
            findings.add(missing(database, "stream.closed_segment is null", newest));
            for (int segment : closedSegments(database)) {
                findings.add(missing(database, "stream.closed_segment = " + segment, List.of(segment)));
            }
            return findings;
        });
    }

    private static Findings missing(Database database, String which, List<Integer> segments) {
        StringBuilder sql = new StringBuilder("select id from stream where " + which);
        segments.forEach(segment -> sql.append(" and not exists (select from ")
                .append(SegmentHead.leaf(segment))
                .append(" as row where row.stream = stream.id)"));
        sql.append(" order by id");
        Findings findings = new Findings();
        for (StreamId stream :
                database.query(sql.toString(), Database.Binding.NONE, row -> new StreamId(row.getLong(1)))) {
            findings.add(
                    new Finding(FindingKind.STREAM, null, null, stream, null, "a row in segment " + segments, "none"));
        }
        return findings;
    }

    private static List<Integer> closedSegments(Database database) {
        return database.query(
                "select distinct closed_segment from stream where closed_segment is not null order by 1",
                Database.Binding.NONE,
                row -> row.getInt(1));
    }
}
