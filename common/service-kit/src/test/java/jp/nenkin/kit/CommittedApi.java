package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** A service's openapi.yaml, held against what the service serves. */
public final class CommittedApi {
    private static final String REFRESH = "nenkin.openapi.refresh";
    // Sorted, since the order that is served differs from build to build.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private CommittedApi() {}

    /** Writes the file anew when {@code -Dnenkin.openapi.refresh=true} asks for it. */
    public static void assertServed() {
        Path service = Path.of("").toAbsolutePath();
        Path committed = service.resolve("openapi.yaml");
        try {
            String served = served();
            if (Boolean.getBoolean(REFRESH)) {
                Files.writeString(committed, served);
            }
            assertThat(served)
                    .as(
                            "%s is not what is served; refresh it: ./mvnw -am -pl %s package -Dtest=OpenApiTest"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                            committed, service.getFileName(), REFRESH)
                    .isEqualTo(Files.readString(committed));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String served() throws IOException {
        return YAML.writeValueAsString(YAML.readValue(
                RestAssured.given()
                        .spec(LocalParts.anonymous())
                        .accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                TreeMap.class));
    }
}
