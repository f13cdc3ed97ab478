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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.nenkin.local.Program;

/** An operation that a service has promised in its committed OpenAPI document. */
record Operation(Program program, String method, String path) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head");

    /** All operations of all services that have such a document. */
    static List<Operation> promised() {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("nenkin.root")));
        return Stream.of(Program.values())
                .filter(program -> Files.exists(document(root, program)))
                .flatMap(program -> read(root, program).stream())
                .toList();
    }

    private static List<Operation> read(Path root, Program program) {
        List<Operation> operations = new ArrayList<>();
        try {
            JsonNode paths =
                    new YAMLMapper().readTree(document(root, program).toFile()).path("paths");
            paths.properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(entry -> METHODS.contains(entry.getKey()))
                            .map(entry ->
                                    new Operation(program, entry.getKey().toUpperCase(Locale.ROOT), path.getKey()))
                            .forEach(operations::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    private static Path document(Path root, Program program) {
        return root.resolve(program.label()).resolve("openapi.yaml");
    }

    @Override
    public String toString() {
        return method + " " + path + " of " + program.label();
    }
}
