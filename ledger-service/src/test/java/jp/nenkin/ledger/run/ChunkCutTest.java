package jp.nenkin.ledger.run;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.LedgerDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where runs are cut into chunks of a thousand: as the run before was, as long as that still divides the work. */
class ChunkCutTest {
    private static final long SIZE = 1_000;

    private static LedgerDatabase database;

    private YearMonth month = YearMonth.of(2024, 3);
    private int members;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void accounts() {
        database.migrate();
        join(3_000);
    }

    @Test
    void the_first_run_is_counted() {
        assertThat(run()).containsExactly("1000", "1000", "1000", "0");
    }

    @Test
    void the_next_run_is_cut_where_the_one_before_was() {
        run();
        join(750);
        assertThat(run()).containsExactly("1000", "1000", "1000", "750");
    }

    @Test
    void it_is_counted_again_when_more_than_a_quarter_has_come() {
        run();
        join(751);
        assertThat(run()).containsExactly("1000", "1000", "1000", "751");
        join(938);
        assertThat(run()).containsExactly("1000", "1000", "1000", "1000", "689");
    }

    @Test
    void it_is_counted_again_when_a_chunk_has_come_to_hold_more_than_twice() {
        run();
        join(750);
        run();
        join(930);
        assertThat(run()).endsWith("1000", "1680");
        join(1_000);
        assertThat(run()).endsWith("1000", "2680");
        assertThat(run()).endsWith("1000", "1000", "680");
    }

    /** New accounts with the next numbers, one by one. */
    private void join(int count) {
        database.asSuperuser("""
                insert into journal (stream, amount, balance, recorded_at, version, segment, value_date, type, hash,
                    state, payload)
                select member * 10000 + 1000, 0, 0, now(), 1, online_segment, '2024-05-01', 'x', sha256(''), '', ''
                from generate_series(%d, %d) member, head""".formatted(members + 1, members + count));
        members += count;
    }

    private static List<String> streams(UUID run) {
        return database.look("select streams from run_chunk join run on run.id = run_chunk.run where public_id = '"
                + run + "' order by number");
    }

    /** Runs the next month and tells what each chunk held. */
    private List<String> run() {
        month = month.plusMonths(1);
        UUID id = UUID.randomUUID();
        RunRequest request = new RunRequest(id, RunKind.CONTRIBUTION, month.toString(), null, "an officer", NOW);
        assertThat(Runs.on(database).request(request)).isInstanceOf(Requested.Accepted.class);
        assertThat(Workers.ofChunks(SIZE, database, TestRules.adding(10), CLOCK)
                        .work()
                        .map(Run::status))
                .contains(RunStatus.COMPLETED);
        return streams(id);
    }
}
