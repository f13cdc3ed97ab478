package jp.nenkin.ledger.seal;

import static jp.nenkin.ledger.seal.SealedFund.FAR;
import static jp.nenkin.ledger.seal.SealedFund.FIRST;
import static jp.nenkin.ledger.seal.SealedFund.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.Rows;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changes the journal above all rights is found out. */
class VerifierTest {
    private static LedgerDatabase database;

    private SealedFund fund;
    private SortedMap<Long, Hash> published;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void live() {
        database.migrate();
        fund = new SealedFund(database).live();
        published = new TreeMap<>();
        fund.seals().forEach(seal -> published.put(seal.number(), seal.hash()));
    }

    @Test
    void a_journal_that_nobody_touched_has_no_finding() {
        List<Integer> parts = new ArrayList<>();

        Verifier.Report report = new Verifier(database).verify(published, (done, of) -> parts.add(of - done));

        assertThat(report.findings()).isEmpty();
        assertThat(report.count()).isZero();
        assertThat(report.events())
                .isEqualTo(Long.parseLong(database.look("select count(*) from journal where type <> 'CARRIED'")
                        .getFirst()));
        assertThat(parts).containsExactly(2, 1, 0);
    }

    @Test
    void an_empty_journal_has_no_finding() {
        database.migrate();
        assertThat(new Verifier(database)
                        .verify(new TreeMap<>(), (done, of) -> {})
                        .findings())
                .isEmpty();
    }

    @Test
    void a_changed_value_date_is_found() {
        database.asSuperuser("update journal set value_date = value_date + 1 where stream = 11000 and version = 2");
        assertThat(found()).containsExactly("HASH stream 11000 version 2");
    }

    @Test
    void a_changed_column_is_found_whichever_it_is() {
        for (String column : List.of(
                "recorded_at = recorded_at + interval '1 microsecond'",
                "type = 'jp.nenkin.ledger.InterestCredited.v1'",
                "state = state || '\\x00'",
                "payload = payload || '\\x20'")) {
            live();
            database.asSuperuser("update journal set " + column + " where stream = 11000 and version = 1");
            assertThat(found()).as(column).containsExactly("HASH stream 11000 version 1");
        }
    }

    @Test
    void a_changed_amount_is_found() {
        database.asSuperuser("update journal set amount = amount + 1 where stream = 11000 and version = 3");
        assertThat(found()).containsExactly("BALANCE stream 11000 version 3", "HASH stream 11000 version 3");
    }

    @Test
    void a_changed_state_of_a_carried_row_is_found() {
        database.asSuperuser("update journal_4 set state = '\\x00' where stream = 21000");
        assertThat(found()).containsExactly("CARRIED stream 21000 version 1");
    }

    @Test
    void a_cut_tail_is_found() {
        database.asSuperuser("delete from journal where stream = 11000 and version > 3");
        assertThat(found())
                .contains(
                        "ROOT seal 4 members 0000000001–0000009999",
                        "ROOT seal 6 members" + " 0000000001–0000009999",
                        "STREAM stream 11000");
    }

    @Test
    void a_missing_version_is_found() {
        database.asSuperuser("delete from journal where stream = 11000 and version = 2");
        assertThat(found()).contains("VERSION stream 11000 version 3");
    }

    @Test
    void a_removed_stream_is_found_by_its_block_of_member_numbers() {
        database.asSuperuser("delete from journal where stream = " + FAR.value());
        database.asSuperuser("delete from stream where id = " + FAR.value());
        assertThat(found())
                .containsExactly(
                        "ROOT seal 1 members 0000020000–0000029999",
                        "ROOT seal 3 members 0000020000–0000029999",
                        "ROOT seal 6 members 0000020000–0000029999");
    }

    @Test
    void a_removed_stream_that_is_still_registered_is_named() {
        database.asSuperuser("delete from journal where stream = " + SECOND.value());
        assertThat(found()).contains("STREAM stream 21000");
    }

    @Test
    void a_recomputed_chain_is_found_by_the_seals() {
        recompute(FIRST);
        assertThat(found())
                .containsExactly(
                        "ROOT seal 1 members 0000000001–0000009999",
                        "ROOT seal 2 members 0000000001–0000009999",
                        "ROOT seal 3 members 0000000001–0000009999",
                        "ROOT seal 4 members 0000000001–0000009999",
                        "ROOT seal 6 members 0000000001–0000009999");
    }

    @Test
    void recomputed_seals_are_found_by_what_was_published() {
        recompute(FIRST);
        resealed();

        assertThat(found(new TreeMap<>())).isEmpty();
        assertThat(found()).contains("PUBLISHED seal 1", "PUBLISHED seal 3", "PUBLISHED seal 6");
        assertThat(found(new TreeMap<>(published.subMap(6L, 7L)))).containsExactly("PUBLISHED seal 6");
    }

    @Test
    void a_changed_seal_is_found() {
        database.asSuperuser("update seal set period = '2024-05-09' where number = 2");
        assertThat(found()).containsExactly("SEAL seal 2");
    }

    @Test
    void removed_seals_are_found() {
        database.asSuperuser("delete from seal_block where seal > 4");
        database.asSuperuser("delete from seal where number > 4");
        assertThat(found()).containsExactly("PUBLISHED seal 5", "PUBLISHED seal 6");
    }

    @Test
    void a_row_moved_to_another_seal_is_found() {
        database.asSuperuser("update journal set xid = '1' where stream = 11000 and version = 2");
        assertThat(found()).allMatch(finding -> finding.startsWith("ROOT")).isNotEmpty();
    }

    @Test
    void a_row_that_is_not_settled_is_left_for_another_time() throws SQLException {
        long before = new Verifier(database).verify(published, (done, of) -> {}).events();
        try (Connection early = database.connect();
                Statement statement = early.createStatement()) {
            early.setAutoCommit(false);
            boolean _ = statement.execute("select pg_current_xact_id()");
            fund.append(FAR, Rows.after(fund.newest(FAR), 1));
            Verifier.Report report = new Verifier(database).verify(published, (done, of) -> {});
            assertThat(report.events()).isEqualTo(before);
            assertThat(report.findings()).isEmpty();
            early.rollback();
        }
        assertThat(new Verifier(database).verify(published, (done, of) -> {}).events())
                .isEqualTo(before + 1);
    }

    @Test
    void one_run_is_verified_without_the_rest() {
        UUID run = UUID.fromString(
                database.look("select run_id from seal where number = 6").getFirst());
        database.asSuperuser("update journal_1 set amount = amount + 1 where stream = 11000");
        assertThat(text(new Verifier(database).verify(run, published, (done, of) -> {})))
                .isEmpty();
        database.asSuperuser("update journal_4 set amount = amount + 1 where stream = 11000");
        assertThat(text(new Verifier(database).verify(run, published, (done, of) -> {})))
                .containsExactly("BALANCE stream 11000 version 5", "HASH stream 11000 version 5");
    }

    private List<String> found() {
        return found(published);
    }

    private List<String> found(SortedMap<Long, Hash> kept) {
        return text(new Verifier(database).verify(kept, (done, of) -> {}));
    }

    private static List<String> text(Verifier.Report report) {
        return report.findings().stream()
                .map(finding -> finding.text().split(":", 2)[0])
                .toList();
    }

    /** Adds a yen to the first event and writes all that follows anew, as it would have been. */
    private static void recompute(StreamId stream) {
        List<StoredRow> history = database.asSystem(() -> Journal.on(database).history(stream));
        HashChain chain = new HashChain();
        byte[] previous = HashChain.origin();
        for (StoredRow row : history) {
            long more = row.version() == 1 ? 1 : 0;
            StoredRow forged = new StoredRow(
                    row.segment(),
                    row.stream(),
                    row.version(),
                    row.type(),
                    row.valueDate(),
                    new Yen(row.amount().amount() + more),
                    new Yen(row.balance().amount() + 1),
                    row.recordedAt(),
                    row.payload(),
                    row.state(),
                    row.hash());
            byte[] hash = chain.next(previous, forged);
            database.asSuperuser("update journal set amount = %d, balance = %d where stream = %d and version = %d"
                    .formatted(forged.amount().amount(), forged.balance().amount(), stream.value(), row.version()));
            database.asSuperuser("update journal set hash = '\\x%s' where stream = %d and version = %d"
                    .formatted(HexFormat.of().formatHex(hash), stream.value(), row.version()));
            previous = Arrays.copyOf(hash, hash.length);
        }
    }

    /** Forgets all seals and makes them again over what is there now. */
    private void resealed() {
        List<Seal> seals = fund.seals();
        database.asSuperuser("truncate seal, seal_block cascade");
        database.asSuperuser("delete from journal where stream = -1000000000000");
        database.asSuperuser("delete from stream where id = -1000000000000");
        Optional<Seal> last = Optional.empty();
        for (Seal seal : seals) {
            last = Optional.of(reseal(seal, last));
        }
    }

    private static Seal reseal(Seal seal, Optional<Seal> last) {
        return database.asSystem(() -> {
            Database tables = new Database(database);
            SealLeaves leaves = new SealLeaves();
            boolean _ = JournalSessions.copy(
                    tables,
                    SealedRows.select(seal.cut()),
                    SealedRows.FIELDS,
                    rows -> SealedRows.newest(rows, leaves::add));
            SealContent content = leaves.end();
            Seal forged = Seal.after(last, seal.cut(), content, seal.sealedAt());
            new SealTable(tables).insert(forged, content);
            return forged;
        });
    }
}
