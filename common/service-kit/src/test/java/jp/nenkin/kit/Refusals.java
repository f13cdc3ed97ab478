package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What every refusal has in common. */
public final class Refusals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusals() {}

    /** Holds an answer to be a refusal of a status and code; the answer is given back for what else it says. */
    public static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).contentType("application/problem+json");
        try {
            // Not by a path of REST Assured's: each is a script, compiled anew, and of refusals there are thousands.
            JsonNode problem = JSON.readTree(answer.extract().asByteArray());
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.path("code").asText()).isEqualTo(code);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return answer;
    }
}
