package jp.nenkin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One sample of every event, held against its schema and its record. */
class SampleTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @EnumSource
    void the_schema_accepts_the_sample(EventType type) {
        assertThat(errors(type, Contract.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_record_reads_the_sample_whole_and_writes_it_again(EventType type) throws IOException {
        JsonNode sample = Contract.sample(type);
        Event event = EventJson.mapper()
                .readerFor(type.record())
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(sample);
        assertThat(EventJson.mapper().readTree(EventJson.mapper().writeValueAsBytes(event)))
                .isEqualTo(sample);
        assertThat(EventType.of(event)).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void schema_and_record_both_refuse_a_sample_without_a_required_field(EventType type) {
        for (JsonNode required : Contract.schema(type).required("required")) {
            ObjectNode torn = Contract.sample(type).deepCopy();
            torn.remove(required.textValue());
            assertThat(errors(type, torn)).as(required.textValue()).isNotEmpty();
            assertThatThrownBy(() -> EventJson.mapper().treeToValue(torn, type.record()))
                    .as(required.textValue())
                    .isInstanceOf(JsonProcessingException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void schema_and_record_both_accept_a_field_of_a_later_writer(EventType type) throws JsonProcessingException {
        ObjectNode later = Contract.sample(type).deepCopy();
        later.put("addedLater", 1);
        assertThat(errors(type, later)).isEmpty();
        assertThat(EventJson.mapper().treeToValue(later, type.record()).key()).isNotBlank();
    }

    /** A form that came after its type's first sample is frozen beside it. */
    @Test
    void a_rate_with_its_evidence_is_read_whole_too() throws IOException {
        JsonNode sample =
                EventJson.mapper().readTree(Contract.bytes("/samples/jp.nenkin.ledger.RateApproved.v1.evidence.json"));
        assertThat(errors(EventType.RATE_APPROVED, sample)).isEmpty();
        RateApproved event = EventJson.mapper()
                .readerFor(RateApproved.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(sample);
        assertThat(EventJson.mapper().readTree(EventJson.mapper().writeValueAsBytes(event)))
                .isEqualTo(sample);
    }

    private static List<Error> errors(EventType type, JsonNode event) {
        return SCHEMAS.getSchema(Contract.schema(type))
                .validate(event, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
