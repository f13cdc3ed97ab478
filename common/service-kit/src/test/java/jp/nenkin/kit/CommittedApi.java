package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            assertNamedAndWritten(YAML.readTree(served).path("components").path("schemas"));
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

    /**
     * Refuses an operation that does not say what it answers when it succeeds: no 2xx at all, or one without a schema.
     *
     * @param withoutBody answers that have none besides 204, such as {@code "post /contacts 201"}
     */
    public static void assertAnswersDescribed(String... withoutBody) {
        try {
            assertThat(undescribed(YAML.readTree(served()).path("paths"))).containsExactlyInAnyOrder(withoutBody);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Refuses an operation that takes JSON and does not show any. */
    public static void assertBodiesShown() {
        assertThat(bodies())
                .allSatisfy((operation, body) -> assertThat(body.isObject())
                        .as("META-INF/openapi.yaml has an example for %s", operation)
                        .isTrue());
    }

    /** The bodies that the service shows, by operations such as {@code "POST /contacts"}. */
    public static Map<String, JsonNode> bodies() {
        Map<String, JsonNode> shown = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> path :
                    YAML.readTree(served()).path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    JsonNode form =
                            operation.getValue().at("/requestBody/content").path("application/json");
                    if (!form.isMissingNode()) {
                        shown.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                form.path("example"));
                    }
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return shown;
    }

    /** Refuses a schema by a name that no reference can hold, and a time described as its class looks inside. */
    private static void assertNamedAndWritten(JsonNode schemas) {
        assertThat(schemas.properties()).allSatisfy(schema -> {
            assertThat(schema.getKey()).matches("[a-zA-Z0-9._-]+");
            assertThat(schema.getValue().path("properties").properties())
                    .as("%s is written as text", schema.getKey())
                    .extracting(Map.Entry::getKey)
                    .doesNotContain("leapYear", "monthValue", "nano");
        });
    }

    private static List<String> undescribed(JsonNode paths) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey() + " " + path.getKey();
                JsonNode answers = operation.getValue().path("responses");
                if (answers.properties().stream().noneMatch(answer -> isSuccess(answer.getKey()))) {
                    found.add(name);
                }
                answers.properties().stream()
                        .filter(answer ->
                                isSuccess(answer.getKey()) && !answer.getKey().equals("204"))
                        .filter(answer -> !isDescribed(answer.getValue().path("content")))
                        .forEach(answer -> found.add(name + " " + answer.getKey()));
            }
        }
        return found;
    }

    private static boolean isSuccess(String status) {
        return status.startsWith("2");
    }

    private static boolean isDescribed(JsonNode content) {
        return !content.isEmpty()
                && content.valueStream().noneMatch(form -> form.path("schema").isEmpty());
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
