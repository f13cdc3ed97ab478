package jp.nenkin.notice;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;

/** The requests of the service's tests. */
public final class Requests {
    private Requests() {}

    public static ValidatableResponse get(RequestSpecification caller, String path) {
        return RestAssured.given().spec(caller).get(path).then();
    }

    /** With a new Idempotency-Key. */
    public static ValidatableResponse post(RequestSpecification caller, String path, Map<String, ?> body) {
        return post(caller, UUID.randomUUID().toString(), path, body);
    }

    public static ValidatableResponse post(RequestSpecification caller, String key, String path, Map<String, ?> body) {
        return RestAssured.given()
                .spec(caller)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse publish(int fiscalYear) {
        return post(LocalParts.asOfficer(), "/publications", Map.of("fiscalYear", fiscalYear));
    }
}
