package jp.nenkin.member.derivation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import jp.nenkin.events.EventJson;

/** The JSON in which the lines of a derivation, and what was confirmed of them, are stored. */
final class DerivationJson {
    private static final JsonMapper MAPPER = mapper();

    private DerivationJson() {}

    /** The alternatives under the names of {@link FindingKind}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.Change.class, name = "CHANGE"),
        @JsonSubTypes.Type(value = Finding.Joiner.class, name = "JOINER"),
        @JsonSubTypes.Type(value = Finding.Leaver.class, name = "LEAVER"),
        @JsonSubTypes.Type(value = Finding.Nothing.class, name = "NOTHING")
    })
    private interface NamedFinding {}

    private static JsonMapper mapper() {
        JsonMapper mapper = EventJson.mapper().copy();
        mapper.addMixIn(Finding.class, NamedFinding.class);
        return mapper;
    }

    static String lines(List<DerivedLine> lines) {
        return write(lines);
    }

    static String confirmed(Confirmed confirmed) {
        return write(confirmed);
    }

    static Confirmed confirmed(String json) {
        return read(json, Confirmed.class);
    }

    static DerivedLine line(String json) {
        return read(json, DerivedLine.class);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("What is no JSON", fault);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException fault) {
            // Its message may quote what was filed.
            throw new IllegalStateException(
                    "What was stored cannot be read: " + fault.getClass().getName());
        }
    }
}
