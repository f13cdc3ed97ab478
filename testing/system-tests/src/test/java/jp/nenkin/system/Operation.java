package jp.nenkin.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.nenkin.local.Program;

/** An operation that a service has promised in its committed OpenAPI document. */
record Operation(Program program, String method, String path) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head");
    private static final Map<Program, JsonNode> PATHS = new ConcurrentHashMap<>();

    /** All operations of all services that have such a document. */
    static List<Operation> promised() {
        return Stream.of(Program.values())
                .filter(program -> Files.exists(document(program)))
                .flatMap(program -> of(program).stream())
                .toList();
    }

    /** The body that the description shows of an operation which takes JSON. */
    Optional<JsonNode> shownBody() {
        return content("application/json").map(form -> form.path("example"));
    }

    boolean takesFile() {
        return content("application/octet-stream").isPresent();
    }

    private Optional<JsonNode> content(String mediaType) {
        JsonNode operation = paths(program).path(path).path(method.toLowerCase(Locale.ROOT));
        JsonNode form = operation.path("requestBody").path("content").path(mediaType);
        return form.isMissingNode() ? Optional.empty() : Optional.of(form);
    }

    private static List<Operation> of(Program program) {
        List<Operation> operations = new ArrayList<>();
        paths(program)
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new Operation(program, entry.getKey().toUpperCase(Locale.ROOT), path.getKey()))
                        .forEach(operations::add));
        return operations;
    }

    private static JsonNode paths(Program program) {
        return PATHS.computeIfAbsent(program, _ -> {
            try {
                return new YAMLMapper().readTree(document(program).toFile()).path("paths");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Path document(Program program) {
        return Path.of(Objects.requireNonNull(System.getProperty("nenkin.root")))
                .resolve(program.label())
                .resolve("openapi.yaml");
    }

    @Override
    public String toString() {
        return method + " " + path + " of " + program.label();
    }
}
