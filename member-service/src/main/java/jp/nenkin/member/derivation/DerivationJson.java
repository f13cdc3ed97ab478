package jp.nenkin.member.derivation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import jp.nenkin.events.EventJson;

/** The JSON in which the lines of a derivation are stored. */
final class DerivationJson {
    private static final JsonMapper MAPPER = mapper();

    private DerivationJson() {}

    /** The alternatives under the names of {@link FindingKind}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.Change.class, name = "CHANGE"),
        @JsonSubTypes.Type(value = Finding.Nothing.class, name = "NOTHING")
    })
    private interface NamedFinding {}

    private static JsonMapper mapper() {
        JsonMapper mapper = EventJson.mapper().copy();
        mapper.addMixIn(Finding.class, NamedFinding.class);
        return mapper;
    }

    static String lines(List<DerivedLine> lines) {
        try {
            return MAPPER.writeValueAsString(lines);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A line that is no JSON", fault);
        }
    }

    static DerivedLine line(String json) {
        try {
            return MAPPER.readValue(json, DerivedLine.class);
        } catch (JsonProcessingException fault) {
            // Its message may quote what was filed.
            throw new IllegalStateException(
                    "A stored line that cannot be read: " + fault.getClass().getName());
        }
    }
}
