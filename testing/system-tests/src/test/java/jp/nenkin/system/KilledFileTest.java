package jp.nenkin.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.LocalOptions;
import jp.nenkin.local.LocalSystem;
import jp.nenkin.local.Program;
import jp.nenkin.local.Progress;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The member service is killed while an employer's file comes in and again and again while its rows are filed; each
 * good row has one filing, one member and one account in the end, and the same file again changes nothing.
 */
@EnabledIfSystemProperty(named = "long", matches = ".*")
class KilledFileTest {
    private static final int ROWS = 100_000;
    /** Every so many rows one is at fault. */
    private static final int BAD = 10;

    private static final int GOOD = ROWS - ROWS / BAD;
    private static final List<Integer> KILLED_AT = List.of(1, 2_000, 30_000, 60_000, 85_000);
    private static final String SITE = "9000001";
    private static final DemoClient OFFICER = DemoClient.officerA();

    @Test
    void a_file_whose_service_is_killed_loses_nothing_and_doubles_nothing() throws Exception {
        Consumer<String> screen = System.out::println;
        Path data = Fund.newFolder();
        LocalOptions options = LocalOptions.forTests(data).withClockStart(Instant.parse("2026-06-15T00:00:00Z"));
        try (Progress progress = Progress.to(screen);
                LocalSystem system = LocalSystem.start(withoutNotices(options), progress)) {
            Api api = new Api(system.running());
            register(api);
            byte[] file = file();
            interruptSending(system, api, file);
            String id = send(api, file).then().statusCode(202).extract().path("id");
            for (int killedAt : KILLED_AT) {
                await().atMost(Duration.ofMinutes(20)).until(() -> processed(api, id) >= killedAt);
                progress.say("kill -9 with " + processed(api, id) + " rows filed");
                system.service(Program.MEMBER).kill();
                system.service(Program.MEMBER).start();
            }
            await().atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> "PROCESSED".equals(standing(api, id).getString("state")));
            assertCounted(standing(api, id));
            assertEachOnce(system);
            String again = send(api, file).then().statusCode(200).extract().path("id");
            assertThat(again).isEqualTo(id);
            assertCounted(standing(api, id));
        } finally {
            DataFolder.at(data).delete();
        }
    }

    private static LocalOptions withoutNotices(LocalOptions options) {
        return options.withJars(Map.of(
                Program.MEMBER, Objects.requireNonNull(options.jars().get(Program.MEMBER)),
                Program.LEDGER, Objects.requireNonNull(options.jars().get(Program.LEDGER))));
    }

    private static void register(Api api) {
        api.command(OFFICER, Program.MEMBER, Map.of("number", SITE, "name", "中断商事", "plans", List.of("FIRST")))
                .post("/establishments")
                .then()
                .statusCode(201);
    }

    /** The service is gone before the file is in; the sender has no receipt, and nothing is kept. */
    private static void interruptSending(LocalSystem system, Api api, byte[] file) throws Exception {
        CompletableFuture<Response> sending = CompletableFuture.supplyAsync(() -> send(api, file));
        await().pollInterval(Duration.ofMillis(10)).until(() -> isBeingKept(system));
        system.service(Program.MEMBER).kill();
        assertThatThrownBy(() -> sending.get(1, TimeUnit.MINUTES)).hasRootCauseInstanceOf(IOException.class);
        system.service(Program.MEMBER).start();
        assertThat(files(api)).isEmpty();
    }

    /** Whether a transaction of the service copies rows. */
    private static boolean isBeingKept(LocalSystem system) throws SQLException {
        try (Connection connection = system.postgres().connect("member");
                Statement statement = connection.createStatement();
                ResultSet copies = statement.executeQuery("SELECT FROM pg_stat_progress_copy")) {
            return copies.next();
        }
    }

    private static List<?> files(Api api) {
        return api.as(OFFICER, Program.MEMBER)
                .queryParam("establishmentNumber", SITE)
                .get("/filing-files")
                .then()
                .statusCode(200)
                .extract()
                .path("files");
    }

    private static Response send(Api api, byte[] file) {
        return api.as(OFFICER, Program.MEMBER)
                .contentType(ContentType.BINARY)
                .queryParam("establishmentNumber", SITE)
                .queryParam("mode", "ROW_BY_ROW")
                .body(file)
                .post("/filing-files");
    }

    private static JsonPath standing(Api api, String id) {
        return api.as(OFFICER, Program.MEMBER)
                .get("/filing-files/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int processed(Api api, String id) {
        return standing(api, id).getInt("counts.processed");
    }

    private static void assertCounted(JsonPath file) {
        assertThat(file.getInt("counts.rows")).isEqualTo(ROWS);
        assertThat(file.getInt("counts.processed")).isEqualTo(GOOD);
        assertThat(file.getInt("counts.returned")).isEqualTo(ROWS - GOOD);
    }

    /** An event that is told twice, as after a kill it may be, has the same id. */
    private static void assertEachOnce(LocalSystem system) {
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(10))
                .until(() -> read(system, EventType.ACCOUNT_OPENED).size() >= GOOD);
        Set<String> members = read(system, EventType.MEMBER_ENROLLED);
        assertThat(members).hasSize(GOOD);
        assertThat(read(system, EventType.ACCOUNT_OPENED)).isEqualTo(members);
    }

    /** Whom events of a type are about, each of whom has one. */
    private static Set<String> read(LocalSystem system, EventType type) {
        Set<String> ids = new HashSet<>();
        List<String> members = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                new TopicReader(system.kafka().clientSettings()).readAll(0)) {
            if (header(record, CloudEventHeaders.TYPE).equals(type.writtenName())
                    && ids.add(header(record, CloudEventHeaders.ID))) {
                members.add(member(record));
            }
        }
        assertThat(members).doesNotHaveDuplicates();
        return Set.copyOf(members);
    }

    private static String member(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode value = EventJson.mapper().readTree(record.value());
            return value.path("memberNumber").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), UTF_8);
    }

    private static byte[] file() {
        StringBuilder csv = new StringBuilder("type,establishmentNumber,name,birthDate,acquiredOn,firstBaseSalary\r\n");
        for (int row = 0; row < ROWS; row++) {
            csv.append("Enrolment,").append(SITE).append(",中断　").append(row).append(",1991-03-03,2026-06-01,");
            csv.append(row % BAD == 0 ? "三十万" : "300000").append("\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }
}
