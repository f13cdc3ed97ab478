package jp.nenkin.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.nenkin.events.EventType;
import jp.nenkin.events.SealKind;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;

/**
 * Seals what is closed, in the order of the segments: the rest of an online segment and the run that closed it, and of
 * the online segment that still takes rows what came up to a midnight.
 */
@ApplicationScoped
public class Seals {
    private static final int LOCK = 7104;

    private final JournalSessions sessions;
    private final Clock clock;

    public Seals(DataSource source, Clock clock) {
        this.sessions = new JournalSessions(source);
        this.clock = clock;
    }

    /** Seals all that is due, outside any transaction, and says how many seals that took. */
    public int sealDue() {
        int made = 0;
        while (sessions.alone(LOCK, this::sealNext).isPresent()) {
            made++;
        }
        return made;
    }

    private Optional<Seal> sealNext(JournalSessions.Session session) {
        Optional<Cut> due = session.transaction(database -> due(new SealTable(database)));
        return due.map(cut -> {
            SealContent content = session.transaction(database -> read(database, cut));
            return session.transaction(database -> seal(database, cut, content));
        });
    }

    private Optional<Cut> due(SealTable table) {
        Optional<Seal> last = table.newest();
        List<SegmentEntry> segments = table.segments();
        int online = segments.getLast().id();
        for (SegmentEntry segment : segments) {
            Optional<Cut> due = cut(table, segment, unsealedFrom(segment, last), segment.id() == online);
            if (due.isPresent()) {
                return due;
            }
        }
        return Optional.empty();
    }

    /** The first transaction of a segment without a seal; the greatest number when all of it has one. */
    private static long unsealedFrom(SegmentEntry segment, Optional<Seal> last) {
        if (last.isEmpty() || last.get().cut().segment() < segment.id()) {
            return 0;
        }
        Cut cut = last.get().cut();
        return cut.segment() == segment.id() && cut.until() != null ? cut.until() : Long.MAX_VALUE;
    }

    private Optional<Cut> cut(SealTable table, SegmentEntry segment, long from, boolean open) {
        if (from == Long.MAX_VALUE) {
            return Optional.empty();
        }
        if (segment.isRun()) {
            return Optional.of(Cut.run(segment));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return table.oldest(segment.id(), from, !open)
                .filter(row -> !open || day(row.recordedAt()).isBefore(today))
                .map(row -> new Cut(
                        SealKind.DAY,
                        null,
                        day(row.recordedAt()).toString(),
                        segment.id(),
                        from,
                        open ? row.settled() : null));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static SealContent read(Database database, Cut cut) {
        SealLeaves leaves = new SealLeaves();
        JournalSessions.copy(
                database, SealedRows.select(cut), SealedRows.FIELDS, rows -> SealedRows.newest(rows, leaves::add));
        return leaves.end();
    }

    private Seal seal(Database database, Cut cut, SealContent content) {
        Append append = Journal.on(database).beginCommon(clock);
        SealTable table = new SealTable(database);
        Seal seal = Seal.after(table.newest(), cut, content, clock.instant());
        table.insert(seal, content);
        append.write(List.of(event(seal)));
        return seal;
    }

    /** The version is the seal's number, so that a seal without its event, or the other way, is refused. */
    private NewRow event(Seal seal) {
        return new NewRow(
                StreamId.SEALS,
                Math.toIntExact(seal.number()),
                EventType.LEDGER_SEALED.writtenName(),
                day(seal.sealedAt()),
                Yen.ZERO,
                Yen.ZERO,
                AccountEventCodec.bytes(seal.published()),
                new byte[0],
                seal.number() == 1 ? Standing.OPENS_AND_CLOSES : Standing.CLOSES);
    }
}
