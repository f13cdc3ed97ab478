package jp.nenkin.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Lays what is declared over what is there: objects are merged name by name, lists and values are replaced. */
final class Overlay {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Overlay() {}

    static JsonNode of(JsonNode there, JsonNode declared) {
        if (!(there instanceof ObjectNode object) || !declared.isObject()) {
            return declared;
        }
        ObjectNode merged = object.deepCopy();
        declared.properties()
                .forEach(entry -> merged.set(entry.getKey(), of(there.path(entry.getKey()), entry.getValue())));
        return merged;
    }

    /** The whole to be written, or empty when everything declared is there already. */
    static <T> Optional<T> missing(T there, T declared, Class<T> type) {
        JsonNode before = JSON.valueToTree(there);
        JsonNode after = of(before, JSON.valueToTree(declared));
        return after.equals(before) ? Optional.empty() : Optional.of(JSON.convertValue(after, type));
    }
}
