package jp.nenkin.ledger.journal;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appending to streams and reading them, before any run. */
class JournalTest {
    private static final StreamId STREAM = account(1234);

    private static LedgerDatabase database;
    private Journal journal;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void first_day() {
        database.migrate();
        journal = Journal.on(database);
    }

    @Test
    void rows_follow_each_other_and_the_newest_is_read() {
        append(opening(STREAM, 3_300));
        database.asSystem(() -> {
            Append append = begin();
            append.write(List.of(after(append.newest(STREAM).orElseThrow(), 4_400)));
            append.write(List.of(after(append.newest(STREAM).orElseThrow(), -100)));
            return null;
        });

        NewestRow newest = database.asSystem(() -> journal.newest(STREAM)).orElseThrow();
        List<StoredRow> history = database.asSystem(() -> journal.history(STREAM));

        assertThat(newest.version()).isEqualTo(3);
        assertThat(newest.balance()).isEqualTo(new Yen(7_600));
        assertThat(newest.state()).asString().isEqualTo("state of 7600");
        assertThat(history).extracting(StoredRow::version).containsExactly(1, 2, 3);
        assertThat(history)
                .extracting(StoredRow::amount)
                .containsExactly(new Yen(3_300), new Yen(4_400), new Yen(-100));
        assertThat(history).allMatch(row -> row.recordedAt().equals(NOW));
        assertThat(history.getLast().payload()).asString().isEqualTo("{\"balance\":7600}");
    }

    @Test
    void every_hash_follows_from_the_one_before_and_the_stored_columns() {
        append(opening(STREAM, 3_300));
        append(after(newest(), 4_400));

        List<StoredRow> history = database.asSystem(() -> journal.history(STREAM));

        assertThat(ChainCheck.broken(history)).isEmpty();
        assertThat(history.getLast().hash()).isEqualTo(newest().hash());
    }

    @Test
    void a_row_decided_on_another_version_is_refused() {
        append(opening(STREAM, 3_300));
        NewestRow old = newest();
        append(after(old, 1));

        assertThatThrownBy(() -> append(after(old, 2)))
                .isInstanceOf(StaleVersion.class)
                .hasMessage("stream 12341000 is at version 2, so 2 cannot follow");
        assertThatThrownBy(() -> append(opening(STREAM, 5))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void a_balance_that_does_not_add_up_is_refused() {
        NewRow right = opening(STREAM, 3_300);
        NewRow wrong = new NewRow(
                STREAM,
                1,
                right.type(),
                right.valueDate(),
                new Yen(3_301),
                right.balance(),
                right.payload(),
                right.state(),
                Standing.OPENS);

        assertThatThrownBy(() -> append(wrong)).hasMessageContaining("0 and 3301 do not make 3300");
    }

    @Test
    void an_append_begins_before_the_transaction_writes() {
        assertThatThrownBy(() -> database.asSystem(() -> {
                    begin().write(List.of(opening(STREAM, 1)));
                    return begin();
                }))
                .hasMessageContaining("before the first write");
    }

    @Test
    void a_member_who_was_not_begun_with_is_refused() {
        assertThatThrownBy(() -> append(opening(account(99), 1))).hasMessageContaining("nothing was begun");
    }

    @Test
    void a_closed_stream_is_found_and_can_come_back() {
        append(opening(STREAM, 3_300));
        append(after(newest(), 0, Standing.CLOSES));
        assertThat(database.look("select open_until || ' ' || closed_segment from stream"))
                .containsExactly("2024-05-01 1");
        assertThat(newest().version()).isEqualTo(2);

        append(after(newest(), 100, Standing.REOPENS));

        assertThat(database.look("select closed_segment from stream")).containsExactly("null");
        assertThat(newest().balance()).isEqualTo(new Yen(3_400));
    }

    @Test
    void all_streams_of_members_are_read_at_once() {
        StreamId own = StreamId.of(new MemberNumber(1234));
        database.asSystem(() -> {
            begin().write(List.of(opening(STREAM, 1), opening(own, 0)));
            return null;
        });

        List<NewestRow> found = database.asSystem(() -> begin().newest());

        assertThat(found).extracting(NewestRow::stream).containsExactly(own, STREAM);
        assertThat(database.asSystem(() -> journal.streamsOf(new MemberNumber(1234))))
                .containsExactly(own, STREAM);
        assertThat(database.look("select kind || ' ' || natural_key from stream order by id"))
                .containsExactly("MEMBER 0000001234", "ACCOUNT 0000001234/FIRST/0");
    }

    @Test
    void a_stream_of_no_member_is_appended_to() {
        StreamId rate = StreamId.of(new FiscalYear(2024));
        database.asSystem(() -> {
            journal.beginCommon(CLOCK).write(List.of(opening(rate, 0)));
            return null;
        });

        assertThat(database.asSystem(() -> journal.newest(rate))).isPresent();
    }

    @Test
    void a_history_is_read_by_value_date() {
        append(opening(STREAM, 3_300));

        assertThat(history(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 1))).hasSize(1);
        assertThat(history(LocalDate.of(2024, 5, 2), LocalDate.of(2025, 3, 31))).isEmpty();
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(database.asSystem(() -> journal.newest(STREAM))).isEmpty();
        assertThat(database.asSystem(() -> begin().newest())).isEmpty();
        assertThat(database.asSystem(() -> journal.history(STREAM))).isEmpty();
    }

    private List<StoredRow> history(LocalDate from, LocalDate until) {
        return database.asSystem(() -> journal.history(STREAM, from, until));
    }

    private NewestRow newest() {
        return database.asSystem(() -> journal.newest(STREAM)).orElseThrow();
    }

    private void append(NewRow row) {
        database.asSystem(() -> {
            begin().write(List.of(row));
            return null;
        });
    }

    private Append begin() {
        return journal.begin(List.of(new MemberNumber(1234)), CLOCK);
    }
}
