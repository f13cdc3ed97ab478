package jp.nenkin.member.upload;

import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.member.Requests;
import org.jspecify.annotations.Nullable;

/** Sends files as tests do, and waits for what becomes of them. */
public final class SentFiles {
    static final String HEADER = "type,establishmentNumber,memberNumber,insuredNumber,basicPensionNumber,name,"
            + "nameKana,birthDate,acquiredOn,firstBaseSalary,secondUnits,lostOn,cause,effectiveFrom,newName,changedOn,"
            + "filingId\r\n";
    private static final List<String> COLUMNS = List.of(HEADER.strip().split(","));
    private static final Set<String> OPEN = Set.of("RECEIVED");

    private SentFiles() {}

    /** Registers an establishment of its own with the first plan and a symbol of the pension service. */
    public static String establishment(String number, @Nullable Object... more) {
        Map<String, Object> registered = new HashMap<>(body(
                "number",
                number,
                "name",
                "健保サービス株式会社",
                "plans",
                List.of("FIRST"),
                "office",
                Map.of("prefecture", "21", "municipality", "01", "symbol", "ケイト")));
        registered.putAll(body(more));
        post(LocalParts.asOfficer(), "/establishments", "establishment-" + number, registered)
                .statusCode(201);
        return number;
    }

    /** A row of our CSV from names and values in turn. */
    public static String row(String type, String establishment, String... namesAndValues) {
        Map<String, String> values = new HashMap<>(Map.of("type", type, "establishmentNumber", establishment));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        List<String> cells = new ArrayList<>();
        COLUMNS.forEach(column -> cells.add(values.getOrDefault(column, "")));
        return String.join(",", cells) + "\r\n";
    }

    public static String enrolment(String establishment, String name) {
        return row(
                "Enrolment",
                establishment,
                "name",
                name,
                "birthDate",
                "1985-05-05",
                "acquiredOn",
                "2015-04-01",
                "firstBaseSalary",
                "300000");
    }

    public static byte[] csv(String... rows) {
        return (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
    }

    public static ValidatableResponse send(
            RequestSpecification caller, String establishment, byte[] file, String... query) {
        return sendTo("/filing-files", caller, establishment, file, query);
    }

    static ValidatableResponse sendTo(
            String path, RequestSpecification caller, @Nullable String establishment, byte[] file, String... query) {
        RequestSpecification request = RestAssured.given()
                .spec(caller)
                .contentType("application/octet-stream")
                .header("Accept-Language", "en")
                .body(file);
        if (establishment != null) {
            request.queryParam("establishmentNumber", establishment);
        }
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.post(path).then();
    }

    /** Sends a file as an officer and waits until it is processed or returned. */
    public static JsonPath settled(String establishment, byte[] file, String... query) {
        return settled(Requests.text(
                send(LocalParts.asOfficer(), establishment, file, query).statusCode(202), "id"));
    }

    public static JsonPath settled(String id) {
        String path = "/filing-files/" + id;
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> Requests.text(get(LocalParts.asOfficer(), path).statusCode(200), "state"),
                        state -> !OPEN.contains(state));
        return file(id);
    }

    static JsonPath file(String id) {
        return get(LocalParts.asOfficer(), "/filing-files/" + id)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath rows(JsonPath file) {
        return get(LocalParts.asOfficer(), "/filing-files/" + file.getString("id") + "/rows")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Each row as its line, its state and the codes of its reasons. */
    public static List<String> told(JsonPath file) {
        JsonPath rows = rows(file);
        List<String> told = new ArrayList<>();
        for (Map<String, ?> row : rows.<Map<String, ?>>getList("rows")) {
            List<String> codes = new ArrayList<>();
            for (Object reason : (List<?>) Objects.requireNonNull(row.get("reasons"))) {
                codes.add(String.valueOf(((Map<?, ?>) reason).get("code")));
            }
            told.add((row.get("line") + " " + row.get("state") + " " + String.join(" ", codes)).strip());
        }
        return told;
    }

    /** The one figure that a query of the superuser answers. */
    public static long count(String sql, String... values) {
        return Sql.number(sql, (Object[]) values);
    }

    /** The one text that a query of the superuser answers. */
    public static String text(String sql, String... values) {
        return Sql.column(sql, (Object[]) values).getFirst();
    }

    /** Changes rows below the service, and answers how many. */
    public static int change(String sql, String... values) {
        return Sql.run(sql, (Object[]) values);
    }
}
