package jp.nenkin.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every schema names the fields of its record, no more and no fewer, down to the values in it. */
class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void a_schema_is_the_shape_of_its_record(EventType type) {
        JsonNode schema = Contract.schema(type);
        assertThat(schema.required("title").textValue()).isEqualTo(type.writtenName());
        assertShape(schema, schema, type.record());
    }

    private static void assertShape(JsonNode root, JsonNode written, Type type) {
        JsonNode schema = resolved(root, written);
        switch (type) {
            case ParameterizedType list ->
                assertShape(root, schema.required("items"), list.getActualTypeArguments()[0]);
            case Class<?> record when record.isRecord() -> assertFields(root, schema, record);
            case Class<?> constants
            when constants.isEnum() ->
                assertThat(texts(schema.required("enum")))
                        .isEqualTo(Arrays.stream(constants.getEnumConstants())
                                .map(Object::toString)
                                .toList());
            default ->
                assertThat(schema.required("type").textValue())
                        .as(type.toString())
                        .isEqualTo(jsonType(type));
        }
    }

    private static void assertFields(JsonNode root, JsonNode schema, Class<?> record) {
        List<RecordComponent> components = List.of(record.getRecordComponents());
        JsonNode properties = schema.required("properties");
        assertThat(properties.fieldNames())
                .toIterable()
                .as(record.getSimpleName())
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        assertThat(texts(schema.required("required")))
                .as(record.getSimpleName())
                .isEqualTo(components.stream()
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toList());
        components.forEach(
                component -> assertShape(root, properties.required(component.getName()), component.getGenericType()));
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return schema.has("$ref")
                ? root.requiredAt(schema.required("$ref").textValue().substring(1))
                : schema;
    }

    private static String jsonType(Type type) {
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return List.of(int.class, Integer.class, long.class, Long.class).contains(type) ? "integer" : "string";
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(((ArrayNode) array).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
