package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as Docker would read it, as far as it matters here. */
record ComposeFile(String text, Map<String, Container> containers) {

    /** One service in Compose's sense; what is left out in the file is empty here. */
    record Container(
            String image,
            List<String> command,
            Map<String, String> environment,
            List<String> envFiles,
            List<String> ports,
            List<Mount> mounts,
            Map<String, String> needs) {}

    /** A folder or file of this machine, or a volume, and where it is in the container. */
    record Mount(String source, String target, boolean readOnly) {
        static Mount of(String text) {
            String[] parts = text.split(":", 3);
            return new Mount(parts[0], parts[1], parts.length == 3 && parts[2].equals("ro"));
        }

        boolean isVolume() {
            return !source.startsWith(".");
        }
    }

    static ComposeFile committed() {
        try {
            return of(Files.readString(ProjectFolder.root().resolve("docker-compose.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ComposeFile of(String text) {
        Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        Map<String, Container> containers = new LinkedHashMap<>();
        map(root.get("services")).forEach((name, service) -> containers.put(name.toString(), container(map(service))));
        return new ComposeFile(text, containers);
    }

    Container container(String name) {
        return Objects.requireNonNull(containers.get(name), () -> "no container " + name);
    }

    private static Container container(Map<?, ?> service) {
        Map<String, String> environment = new TreeMap<>();
        map(service.get("environment")).forEach((name, value) -> environment.put(name.toString(), value.toString()));
        Map<String, String> needs = new TreeMap<>();
        map(service.get("depends_on"))
                .forEach((name, need) ->
                        needs.put(name.toString(), String.valueOf(map(need).get("condition"))));
        return new Container(
                String.valueOf(service.get("image")),
                list(service.get("command")),
                environment,
                list(service.get("env_file")),
                list(service.get("ports")),
                list(service.get("volumes")).stream().map(Mount::of).toList(),
                needs);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<?, ?>) value;
    }

    private static List<String> list(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> several -> several.stream().map(Object::toString).toList();
            default -> List.of(value.toString());
        };
    }
}
