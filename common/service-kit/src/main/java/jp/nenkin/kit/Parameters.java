package jp.nenkin.kit;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a path and a query, and names one that cannot be read with the form it must have.
 *
 * <p>JAX-RS by itself knows at that point neither the parameter's name nor what was expected.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class Parameters implements ParamConverterProvider {
    private static final Form WHOLE_NUMBER = like("2025", Integer::valueOf);
    private static final Form LONG_NUMBER = like("2025", Long::valueOf);
    private static final Map<Class<?>, Form> FORMS = Map.of(
            Instant.class, like("2025-06-30T00:00:00Z", Instant::parse),
            LocalDate.class, like("2025-03-31", LocalDate::parse),
            UUID.class, like("0190a6e2-7c11-7b3a-9d5e-3f0000000001", UUID::fromString),
            Integer.class, WHOLE_NUMBER,
            int.class, WHOLE_NUMBER,
            Long.class, LONG_NUMBER,
            long.class, LONG_NUMBER);

    /** How a text is read, and what is said where it cannot be. */
    private record Form(Function<String, Object> reading, KitProblem code, Map<String, Object> values) {}

    private static Form like(String example, Function<String, Object> reading) {
        return new Form(reading, KitProblem.PARAMETER_UNREADABLE, Map.of("example", example));
    }

    private static Form oneOf(Class<?> type) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        String allowed = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
        return new Form(
                text -> constants.stream()
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(),
                KitProblem.PARAMETER_NOT_ONE_OF,
                Map.of("allowed", allowed));
    }

    /** For types that have a form here; every other is read as JAX-RS does it. */
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Form form = type.isEnum() ? oneOf(type) : FORMS.get(type);
        Optional<String> name = name(annotations);
        return form == null || name.isEmpty() ? null : new Reading<>(name.get(), form);
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .flatMap(annotation -> switch (annotation) {
                    case QueryParam query -> Stream.of(query.value());
                    case PathParam path -> Stream.of(path.value());
                    default -> Stream.<String>empty();
                })
                .findFirst();
    }

    /** One parameter's reading. */
    private record Reading<T>(String name, Form form) implements ParamConverter<T> {
        @Override
        // The form is the one kept for this type.
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            try {
                return (T) form.reading().apply(text);
            } catch (RuntimeException unreadable) {
                throw Problem.of(KitProblem.INVALID).field(name, form.code(), form.values());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
