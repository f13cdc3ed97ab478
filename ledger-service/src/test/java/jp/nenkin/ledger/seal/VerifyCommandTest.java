package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.ledger.seal.SealedFund.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.EventJson;
import jp.nenkin.ledger.journal.LedgerDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verification as a program: what it prints and how it ends. */
class VerifyCommandTest {
    private static LedgerDatabase database;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private SealedFund fund;

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
    }

    @Test
    void a_clean_journal_ends_with_0() {
        assertThat(verify()).isZero();
        assertThat(text()).contains("step 3 of 3").contains(", 0 findings");
    }

    @Test
    void a_finding_ends_with_1_and_is_printed() {
        database.asSuperuser("update journal set amount = amount + 1 where stream = 11000 and version = 2");
        assertThat(verify()).isEqualTo(1);
        assertThat(text()).contains("BALANCE stream 11000 version 2: expected ", "HASH stream 11000 version 2");
    }

    @Test
    void one_run_and_a_printed_root_are_enough() {
        Seal seal = fund.seals().getLast();
        String run = String.valueOf(seal.cut().runId());
        assertThat(verify("--run", run, "--root", seal.number() + ":" + seal.hash()))
                .isZero();
        assertThat(verify("--run", run, "--root", seal.number() + ":" + "ab".repeat(32)))
                .isEqualTo(1);
        assertThat(text()).contains("PUBLISHED seal 6: expected abab");
    }

    @Test
    void seals_are_read_as_they_came_from_the_topic_or_from_the_service(@TempDir Path folder) throws IOException {
        List<String> events = database.look(
                "select convert_from(payload, 'UTF8') from journal where stream = -1000000000000 order by version");
        Path topic = Files.write(folder.resolve("topic.json"), events);
        Path answer = Files.writeString(
                folder.resolve("answer.json"),
                EventJson.mapper()
                        .writeValueAsString(
                                fund.seals().stream().map(Seal::published).toList()));
        fund.run("2024-06");
        assertThat(verify("--seals", topic.toString())).isZero();
        assertThat(verify("--seals", answer.toString())).isZero();
        assertThat(text()).contains("6 published seals compared, 0 findings");

        database.asSuperuser("delete from seal_block where seal = 6");
        database.asSuperuser("delete from seal where number = 6");
        assertThat(verify("--seals", topic.toString())).isEqualTo(1);
        assertThat(text()).contains("PUBLISHED seal 6").contains("found no seal");
    }

    @Test
    void what_cannot_be_done_ends_with_2() {
        assertThat(verify("--all", "x")).isEqualTo(2);
        assertThat(verify("--root")).isEqualTo(2);
        assertThat(verify("--root", "6")).isEqualTo(2);
        assertThat(verify("--seals", "nowhere.json")).isEqualTo(2);
        assertThat(verify("--run", "0190a6e2-7c11-7b3a-9d5e-0000000000aa")).isEqualTo(2);
        assertThat(VerifyCommand.run(Map.of(), out())).isEqualTo(2);
        assertThat(text()).contains("NENKIN_VERIFY_URL is not set");
    }

    @Test
    void the_list_of_leaves_names_every_stream_with_its_newest_row() throws IOException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        new LeafList(database).write(fund.seals().getLast().cut(), list);
        assertThat(list.toString(UTF_8).lines()).hasSize(4).first().asString().startsWith(FIRST.value() + " 5 ");
    }

    private int verify(String... options) {
        Map<String, String> environment = Map.of(
                VerifyCommand.URL,
                database.jdbcUrl(),
                VerifyCommand.USER,
                "ledger_app",
                VerifyCommand.PASSWORD,
                database.password());
        return VerifyCommand.run(environment, out(), options);
    }

    private PrintStream out() {
        return new PrintStream(printed, true, UTF_8);
    }

    private String text() {
        return printed.toString(UTF_8);
    }
}
