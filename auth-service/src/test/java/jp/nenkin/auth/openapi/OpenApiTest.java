package jp.nenkin.auth.openapi;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.kit.CommittedApi;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class OpenApiTest {
    @Test
    void the_committed_description_is_the_one_served() {
        CommittedApi.assertServed();
    }

    @Test
    void every_operation_says_what_it_answers() {
        CommittedApi.assertAnswersDescribed(
                "post /birth-date-inquiries 202",
                "post /contacts 201",
                "post /login-id-recoveries 202",
                "post /members/{memberNumber}/email-changes 202",
                "post /members/{memberNumber}/email-changes/sending 202",
                "post /password-recoveries 202");
    }

    @Test
    void every_operation_that_takes_a_body_shows_one() {
        CommittedApi.assertBodiesShown();
    }
}
