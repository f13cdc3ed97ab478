package jp.nenkin.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.local.Letter;
import jp.nenkin.local.MailServer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What somebody who is not known yet sends, and what he finds in his mail. */
public final class Registering {
    public static final String PASSWORD = "yamabuki71";

    private static final Pattern OPENING = Pattern.compile("#([A-Za-z0-9_-]{43})");

    private Registering() {}

    /** A login ID that no other test has. */
    public static String loginId() {
        return "id-" + UUID.randomUUID();
    }

    public static Map<String, String> body(String number, LocalDate birthDate, String loginId, @Nullable String email) {
        Map<String, String> body = new HashMap<>(Map.of(
                "consentVersion",
                "2026-11-01",
                "loginId",
                loginId,
                "memberNumber",
                number,
                "birthDate",
                birthDate.toString(),
                "language",
                "JAPANESE"));
        if (email != null) {
            body.put("email", email);
        }
        return body;
    }

    public static ValidatableResponse open(Map<String, String> body) {
        return post("/registrations", body);
    }

    /** The ticket of a draft. */
    public static String opened(String number, String loginId, @Nullable String email) {
        return open(body(number, Told.BORN, loginId, email))
                .statusCode(201)
                .extract()
                .as(JsonNode.class)
                .path("ticket")
                .asText();
    }

    public static ValidatableResponse complete(String ticket, String password) {
        return post("/registrations/completion", Map.of("ticket", ticket, "password", password));
    }

    /** A member who has registered this login ID. */
    public static String registered(String number, @Nullable String email) {
        String loginId = loginId();
        complete(opened(number, loginId, email), PASSWORD).statusCode(201);
        return loginId;
    }

    /** The same, and has confirmed the address. */
    public static String confirmed(MailServer mail, String number, String email) {
        String loginId = registered(number, email);
        post("/email-confirmations", Map.of("token", opening(mail, email, "確認")))
                .statusCode(204);
        return loginId;
    }

    public static ValidatableResponse post(String path, Map<String, String> body) {
        return post(LocalParts.anonymous(), path, body);
    }

    public static ValidatableResponse post(RequestSpecification caller, String path, Map<String, String> body) {
        return RestAssured.given()
                .spec(caller)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    /** The newest letter to an address whose subject says so. */
    public static Letter letter(MailServer mail, String to, String subject) {
        return Awaitility.await()
                .until(
                        () -> mail.received().stream()
                                .filter(letter -> letter.to().equals(to)
                                        && letter.subject().contains(subject))
                                .reduce((before, after) -> after),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** What stands behind # in its link. */
    public static String opening(MailServer mail, String to, String subject) {
        Matcher found = OPENING.matcher(letter(mail, to, subject).body());
        if (!found.find()) {
            throw new AssertionError("No link that opens anything");
        }
        return found.group(1);
    }
}
