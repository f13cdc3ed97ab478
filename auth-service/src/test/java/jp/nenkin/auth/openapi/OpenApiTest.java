package jp.nenkin.auth.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class OpenApiTest {
    private static final String REFRESH = "nenkin.openapi.refresh";
    // Sorted, since the order that is served differs from build to build.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        Path committed = Path.of("openapi.yaml").toAbsolutePath();
        String served = YAML.writeValueAsString(YAML.readValue(
                RestAssured.given()
                        .spec(LocalParts.anonymous())
                        .accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                TreeMap.class));
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as(
                        "%s is not what is served; refresh it:"
                                + " ./mvnw -pl auth-service test -Dtest=OpenApiTest -D%s=true",
                        committed, REFRESH)
                .isEqualTo(Files.readString(committed));
    }
}
