package jp.nenkin.notice;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;

/** What every refusal has in common. */
public final class Answers {
    private Answers() {}

    public static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }
}
