package jp.nenkin.ledger;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;

/** Requests to the service. */
public final class Requests {
    private Requests() {}

    public static RequestSpecification anonymous() {
        return RestAssured.given().spec(LocalParts.anonymous());
    }

    public static ValidatableResponse post(RequestSpecification caller, String path, Object body) {
        return post(caller, path, UUID.randomUUID().toString(), body);
    }

    public static ValidatableResponse post(RequestSpecification caller, String path, String key, Object body) {
        return caller.header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse get(RequestSpecification caller, String path) {
        return caller.header("Accept-Language", "en").get(path).then();
    }

    /** As an officer. */
    public static ValidatableResponse get(String path) {
        return get(LocalParts.asOfficer(), path);
    }
}
