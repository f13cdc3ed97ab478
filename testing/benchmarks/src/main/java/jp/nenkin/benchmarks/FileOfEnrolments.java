package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jp.nenkin.events.EventJson;
import jp.nenkin.keycloak.Tokens;
import jp.nenkin.local.Program;
import org.postgresql.PGConnection;

/**
 * An employer's file from its first byte until every row is stored as RECEIVED or RETURNED, against a COPY of the same
 * file into a table of texts. One row in ten has an error. The file waits for approval, so that nothing is processed
 * meanwhile.
 */
final class FileOfEnrolments implements Benchmark {
    private static final String UPLOAD = "upload";
    private static final String COPY = "copy-csv";
    private static final List<Goal> GOALS = List.of(Goal.atMost(UPLOAD, COPY, 2.0));
    private static final String ESTABLISHMENT = "9000001";
    private static final int BAD = 10;
    private static final int WARM_UPS = 3;

    private final int rows;
    private final int rounds;
    private final Comparison comparison = new Comparison("seconds", GOALS);

    private FileOfEnrolments(int rows, int rounds) {
        this.rows = rows;
        this.rounds = rounds;
    }

    static FileOfEnrolments sized(boolean quick) {
        return quick ? new FileOfEnrolments(20_000, 5) : new FileOfEnrolments(100_000, 7);
    }

    @Override
    public Comparison measure() throws Exception {
        try (BenchSystem system = BenchSystem.start(Program.MEMBER)) {
            Sender sender = new Sender(system);
            sender.register();
            system.database()
                    .execute("create table staged (%s)".formatted(String.join(" text, ", columns()) + " text"));
            for (int warmUp = -WARM_UPS; warmUp < 0; warmUp++) {
                round(system.database(), sender, warmUp);
            }
            for (int round = 1; round <= rounds; round++) {
                Times times = round(system.database(), sender, round);
                comparison.add(UPLOAD, times.upload());
                comparison.add(COPY, times.copy());
            }
        }
        return comparison;
    }

    private record Times(Duration upload, Duration copy) {}

    private Times round(BenchDatabase database, Sender sender, int round) throws Exception {
        byte[] file = file(round);
        database.execute("truncate staged", "checkpoint");
        if (round % 2 == 0) {
            Duration copied = copy(database, file);
            return new Times(upload(database, sender, file), copied);
        }
        Duration uploaded = upload(database, sender, file);
        return new Times(uploaded, copy(database, file));
    }

    private Duration upload(BenchDatabase database, Sender sender, byte[] file) throws Exception {
        long start = System.nanoTime();
        String id = sender.send(file);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        String stored = database.value("""
                select count(*) filter (where state = 'RECEIVED') || '/' || count(*) filter (where state = 'RETURNED')
                from filed_row_kept where file = '%s'""".formatted(id));
        String expected = rows - rows / BAD + "/" + rows / BAD;
        if (!stored.equals(expected)) {
            throw new IllegalStateException(stored + " rows received and returned instead of " + expected);
        }
        return time;
    }

    private Duration copy(BenchDatabase database, byte[] file) throws SQLException, IOException {
        try (Connection connection = database.superuser()) {
            long start = System.nanoTime();
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staged from stdin (format csv, header)", new ByteArrayInputStream(file));
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (copied != rows) {
                throw new IllegalStateException(copied + " rows copied instead of " + rows);
            }
            return time;
        }
    }

    private static List<String> columns() {
        return List.of(
                "type",
                "establishmentNumber",
                "insuredNumber",
                "name",
                "nameKana",
                "birthDate",
                "acquiredOn",
                "firstBaseSalary");
    }

    /** People of one round, none of whom is another round's; every tenth has a base salary that is no number. */
    private byte[] file(int round) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(round);
        StringBuilder csv = new StringBuilder(String.join(",", columns())).append("\r\n");
        for (int row = 0; row < rows; row++) {
            csv.append("Enrolment,")
                    .append(ESTABLISHMENT)
                    .append(',')
                    .append(row)
                    .append(",年金 太郎");
            csv.append(round + WARM_UPS).append('の').append(row).append(",ﾈﾝｷﾝ ﾀﾛｳ,");
            csv.append(1965 + random.nextInt(35))
                    .append("-0")
                    .append(1 + random.nextInt(9))
                    .append("-15,2025-04-01,");
            csv.append(row % BAD == 0 ? "三十万" : "300000").append("\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    /** An officer's program. */
    private static final class Sender {
        private final BenchSystem system;
        private final Tokens tokens;
        private final HttpClient client;

        Sender(BenchSystem system) {
            this.system = system;
            this.tokens = system.running().tokens();
            this.client = HttpClient.newBuilder()
                    .sslContext(system.running().folder().certificates().sslContext())
                    .build();
        }

        void register() throws IOException, InterruptedException {
            Map<String, Object> establishment = Map.of(
                    "number", ESTABLISHMENT, "name", "計測株式会社", "plans", List.of("FIRST"), "filingsNeedApproval", true);
            post("/establishments", "application/json", EventJson.mapper().writeValueAsBytes(establishment), 201);
        }

        String send(byte[] file) throws IOException, InterruptedException {
            String path = "/filing-files?establishmentNumber=" + ESTABLISHMENT + "&mode=ROW_BY_ROW";
            return post(path, "application/octet-stream", file, 202).path("id").asText();
        }

        private JsonNode post(String path, String type, byte[] body, int status)
                throws IOException, InterruptedException {
            URI uri = system.running().url(Program.MEMBER).resolve(path);
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(Duration.ofMinutes(2))
                            .header("Authorization", "Bearer " + tokens.officerA())
                            .header("Content-Type", type)
                            .header("Idempotency-Key", "bench" + path)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return EventJson.mapper().readTree(answer.body());
        }
    }
}
