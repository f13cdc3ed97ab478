package jp.nenkin.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The published documents as they lie in the jar. */
final class Contract {
    private Contract() {}

    static JsonNode schema(EventType type) {
        return tree(EventJson.mapper(), "/schemas/" + type.writtenName() + ".json");
    }

    static JsonNode sample(EventType type) {
        return tree(EventJson.mapper(), "/samples/" + type.writtenName() + ".json");
    }

    static JsonNode asyncApi() {
        return tree(new YAMLMapper(), "/asyncapi.yaml");
    }

    static byte[] bytes(String path) {
        try (InputStream in =
                Objects.requireNonNull(Contract.class.getResourceAsStream(path), () -> path + " is missing")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static JsonNode tree(ObjectMapper mapper, String path) {
        try {
            return mapper.readTree(bytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
