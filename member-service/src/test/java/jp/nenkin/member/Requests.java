package jp.nenkin.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.nenkin.kit.LocalParts;
import org.jspecify.annotations.Nullable;

/** The requests of the service's tests: bodies that are accepted, and what tests change in them. */
public final class Requests {
    public static final String FIRST_ONLY = "1000001";
    public static final String BOTH_VARIABLE = "1000002";
    public static final String BOTH_FIXED = "1000003";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Requests() {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    /** The latest 1 April or 1 October. */
    public static LocalDate baseSalaryDay() {
        LocalDate month = today().withDayOfMonth(1);
        while (month.getMonthValue() != 4 && month.getMonthValue() != 10) {
            month = month.minusMonths(1);
        }
        return month;
    }

    /** Registers the establishments of the tests, once however often it is asked. */
    public static void establishments() {
        establishment(FIRST_ONLY);
        register(BOTH_VARIABLE, List.of("FIRST", "SECOND"), Map.of("kind", "VARIABLE"));
        register(BOTH_FIXED, List.of("FIRST", "SECOND"), Map.of("kind", "FIXED", "units", 5));
    }

    /** Registers an establishment with the first plan alone, once however often it is asked. */
    public static void establishment(String number) {
        register(number, List.of("FIRST"), null);
    }

    private static void register(String number, List<String> plans, @Nullable Map<String, Object> course) {
        post(
                LocalParts.asOfficer(),
                "/establishments",
                "establishment-" + number,
                body("number", number, "name", "東京工場", "plans", plans, "secondPlanCourse", course));
    }

    public static ValidatableResponse post(RequestSpecification caller, String path, Object body) {
        return post(caller, path, UUID.randomUUID().toString(), body);
    }

    public static ValidatableResponse post(RequestSpecification caller, String path, String key, Object body) {
        return RestAssured.given()
                .spec(caller)
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse put(RequestSpecification caller, String path, Object body) {
        return RestAssured.given()
                .spec(caller)
                .header("Accept-Language", "en")
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse get(RequestSpecification caller, String path) {
        return RestAssured.given()
                .spec(caller)
                .header("Accept-Language", "en")
                .get(path)
                .then();
    }

    /** A body of names and values in turn; a null leaves the name out. */
    public static Map<String, Object> body(@Nullable Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value instanceof LocalDate day ? day.toString() : value);
            }
        }
        return body;
    }

    /** The same body but for these names and values; a null leaves the name out. */
    public static Map<String, Object> but(Map<String, Object> body, @Nullable Object... namesAndValues) {
        Map<String, Object> other = new HashMap<>(body);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            other.remove(String.valueOf(namesAndValues[i]));
        }
        other.putAll(body(Arrays.copyOf(namesAndValues, namesAndValues.length)));
        return other;
    }

    /** The enrolment of somebody new at the establishment with the first plan alone. */
    public static Map<String, Object> enrolment() {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "name",
                "年金 太郎" + PEOPLE.incrementAndGet(),
                "birthDate",
                "1985-05-05",
                "acquiredOn",
                "2015-04-01",
                "firstBaseSalary",
                300_000,
                "channel",
                "DATA");
    }

    /** Somebody new; the answer is his number. */
    public static String enrolled() {
        return enrolled(enrolment());
    }

    public static String enrolled(Map<String, Object> enrolment) {
        return text(
                post(LocalParts.asOfficer(), "/filings/enrolments", enrolment).statusCode(201), "memberNumber");
    }

    /** One text of an answer; not by REST Assured's path, which is a script, compiled anew each time. */
    public static String text(ValidatableResponse answer, String field) {
        return answer.extract().as(JsonNode.class).path(field).asText();
    }

    public static Map<String, Object> change(String member, int firstBaseSalary) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "effectiveFrom",
                baseSalaryDay(),
                "firstBaseSalary",
                firstBaseSalary,
                "channel",
                "DATA");
    }

    public static Map<String, Object> loss(String member, LocalDate lostOn) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "lostOn",
                lostOn,
                "cause",
                "RETIREMENT",
                "channel",
                "DATA");
    }

    /** An asset of 500,000 yen with 120 months, at the establishment with the first plan alone. */
    public static Map<String, Object> transferIn(String member) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "amount",
                500_000,
                "assetReceivedOn",
                "2016-06-10",
                "source",
                "企業年金連合会",
                "creditedMonths",
                120,
                "channel",
                "DATA");
    }
}
