package jp.nenkin.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import org.jspecify.annotations.Nullable;

/** A file in our own CSV, checked or sent to the end by whoever files it. */
record SentFile(Fund fund, DemoClient sender, String site) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** The bytes of rows, each by the columns that it has. */
    static byte[] csv(String site, List<Map<String, String>> rows) {
        TreeSet<String> columns = new TreeSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        StringBuilder text = new StringBuilder("establishmentNumber");
        columns.forEach(column -> text.append(',').append(column));
        for (Map<String, String> row : rows) {
            text.append("\r\n").append(site);
            columns.forEach(column -> text.append(',').append(row.getOrDefault(column, "")));
        }
        return text.append("\r\n").toString().getBytes(UTF_8);
    }

    /** What a check says of each row and of the next bill. */
    JsonPath check(byte[] file) {
        return fund.api()
                .as(sender, Program.MEMBER)
                .contentType(ContentType.BINARY)
                .queryParam("establishmentNumber", site)
                .queryParam("mode", "ROW_BY_ROW")
                .body(file)
                .post("/filing-files/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Sends it, waits until no row waits, and answers what became of the rows, in their order. */
    List<Map<String, Object>> send(byte[] file) {
        String id = fund.api()
                .as(sender, Program.MEMBER)
                .contentType(ContentType.BINARY)
                .queryParam("establishmentNumber", site)
                .queryParam("mode", "ROW_BY_ROW")
                .body(file)
                .post("/filing-files")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(LIMIT)
                .until(
                        () -> fund.api()
                                .as(sender, Program.MEMBER)
                                .get("/filing-files/{id}", id)
                                .path("state"),
                        "PROCESSED"::equals);
        return rows(id);
    }

    private List<Map<String, Object>> rows(String id) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Object> after = new HashMap<>();
        @Nullable Object next;
        do {
            JsonPath page = fund.api()
                    .as(sender, Program.MEMBER)
                    .queryParams(after)
                    .get("/filing-files/{id}/rows", id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            rows.addAll(page.getList("rows"));
            next = page.get("next");
            after.put("after", next);
        } while (next != null);
        return rows;
    }
}
