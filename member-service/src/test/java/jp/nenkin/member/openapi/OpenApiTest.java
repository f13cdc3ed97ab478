package jp.nenkin.member.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class OpenApiTest {
    private static final String REFRESH = "nenkin.openapi.refresh";

    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        Path committed = Path.of("openapi.yaml").toAbsolutePath();
        String served = RestAssured.given()
                .spec(LocalParts.anonymous())
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as(
                        "%s is not what is served; refresh it with: ./mvnw -pl member-service test -Dtest=OpenApiTest -D%s=true",
                        committed, REFRESH)
                .isEqualTo(Files.readString(committed));
    }
}
