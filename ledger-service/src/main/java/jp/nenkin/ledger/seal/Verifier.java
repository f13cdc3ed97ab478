package jp.nenkin.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.LedgerSealed;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every hash, every root and every seal from what is stored, step by step with two threads, in memory that
 * does not grow with the journal. Outside any transaction.
 */
@ApplicationScoped
public class Verifier {
    private static final int THREADS = 2;

    private final JournalSessions sessions;
    private final StreamRegister register;

    public Verifier(DataSource source) {
        this.sessions = new JournalSessions(source);
        this.register = new StreamRegister(sessions);
    }

    /** Is told after each part how many of a run of parts are done. */
    @FunctionalInterface
    public interface Progress {
        void done(int parts, int of);
    }

    /**
     * What a verification has come to.
     *
     * @param events how many events' hashes were recomputed
     * @param count how many findings there are; the list holds the first of them
     */
    public record Report(long events, long count, List<Finding> findings) {}

    /** Verifies the whole journal, also against seals as somebody kept them, by their numbers. */
    public Report verify(SortedMap<Long, Hash> published, Progress progress) {
        Known known = known();
        Findings findings = seals(known, published);
        long events = walk(Pass.all(known.segments(), known.seals(), known.settled()), known, findings, progress);
        findings.add(register.missing());
        return new Report(events, findings.count(), findings.kept());
    }

    /**
     * Verifies one run: all its hashes going on from the run before, and its seal.
     *
     * @throws IllegalArgumentException when the run has no segment
     */
    public Report verify(UUID run, SortedMap<Long, Hash> published, Progress progress) {
        Known known = known();
        Findings findings = seals(known, published);
        Pass pass = Pass.all(known.segments(), known.seals(), known.settled()).stream()
                .filter(each -> each.run() != null && run.equals(each.run().runId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rows of run " + run));
        long events = walk(List.of(pass), known, findings, progress);
        return new Report(events, findings.count(), findings.kept());
    }

    private Known known() {
        return sessions.transaction(database -> {
            SealTable table = new SealTable(database);
            // Seals first: what a seal covers was there before it.
            List<Seal> seals = table.all();
            return new Known(seals, table.segments(), table.events(), table.settled());
        });
    }

    private static Findings seals(Known known, SortedMap<Long, Hash> published) {
        Findings findings = VerifiedSeals.chain(known.seals());
        SortedMap<Long, Hash> said = new TreeMap<>();
        for (byte[] event : known.events()) {
            try {
                LedgerSealed sealed = EventJson.mapper().readValue(event, LedgerSealed.class);
                said.put(sealed.number(), new Hash(sealed.hash()));
            } catch (IOException fault) {
                throw new UncheckedIOException("an event of a seal cannot be read", fault);
            }
        }
        // What somebody kept outweighs what the journal itself says.
        said.putAll(published);
        said.keySet().removeIf(number -> number > newest(known) && !published.containsKey(number));
        findings.add(VerifiedSeals.published(known.seals(), said));
        return findings;
    }

    private static long newest(Known known) {
        return known.seals().isEmpty() ? 0 : known.seals().getLast().number();
    }

    private long walk(List<Pass> passes, Known known, Findings findings, Progress progress) {
        long events = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int step = 0; step < passes.size(); step++) {
                events += walk(passes.get(step), known, findings, threads);
                progress.done(step + 1, passes.size());
            }
        }
        return events;
    }

    private long walk(Pass pass, Known known, Findings findings, ExecutorService threads) {
        Map<StreamId, StoredRow> returning = returning(pass);
        List<Future<ChainWalk.Result>> parts = PassRows.parts(nearest(pass, known)).stream()
                .map(part -> threads.submit(() -> walk(pass, part, returning)))
                .toList();
        List<ChainWalk.Result> results = new ArrayList<>();
        parts.forEach(part -> results.add(result(part)));
        results.forEach(result -> findings.add(result.findings()));
        for (Seal seal : pass.seals()) {
            SealContent now = SealContent.joined(results.stream()
                    .map(result -> Objects.requireNonNull(result.contents().get(seal))));
            findings.add(VerifiedSeals.content(seal, content(seal), now));
        }
        return results.stream().mapToLong(ChainWalk.Result::events).sum();
    }

    private Map<StreamId, StoredRow> returning(Pass pass) {
        Map<StreamId, StoredRow> found = new HashMap<>();
        if (!pass.online().isEmpty()) {
            sessions.copy(PassRows.returning(pass), WalkedRow.FIELDS, rows -> {
                while (rows.next()) {
                    StoredRow row = WalkedRow.read(rows).row();
                    found.put(row.stream(), row);
                }
            });
        }
        return found;
    }

    private ChainWalk.Result walk(Pass pass, PassRows.Part part, Map<StreamId, StoredRow> returning) {
        ChainWalk walk = new ChainWalk(pass, returning);
        sessions.copy(PassRows.select(pass, part), WalkedRow.FIELDS, walk::through);
        return walk.result();
    }

    /** The blocks of the run's seal, or of the run's before: about as many streams are in each now. */
    private SealContent nearest(Pass pass, Known known) {
        @Nullable
        Integer segment = pass.run() == null
                ? pass.generation()
                : Integer.valueOf(pass.run().id());
        return known.seals().stream()
                .filter(seal -> segment != null && seal.cut().segment() == segment)
                .findFirst()
                .map(this::content)
                .orElseGet(() -> new SealContent(List.of()));
    }

    private SealContent content(Seal seal) {
        return sessions.transaction(database -> new SealTable(database).content(seal.number()));
    }

    private static ChainWalk.Result result(Future<ChainWalk.Result> part) {
        try {
            return part.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a part of the journal could not be verified", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the journal was verified", stop);
        }
    }

    /** What there is to verify, read at one time. */
    private record Known(List<Seal> seals, List<SegmentEntry> segments, List<byte[]> events, long settled) {}
}
