package jp.nenkin.kit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Says of every record's field that is not {@code @Nullable} that it is always there: clients are typed by it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RequiredFields implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String OURS = "jp.nenkin.";

    private final Map<String, Set<String>> fields;

    /** Records of one simple name share a schema's name, so a field counts only if it is there in all of them. */
    public RequiredFields(IndexView classes) {
        this.fields = classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .collect(Collectors.toMap(
                        type -> type.simpleName(), RequiredFields::alwaysThere, RequiredFields::inBoth));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(this::complete);
        }
    }

    private void complete(String name, Schema schema) {
        Set<String> known = fields.getOrDefault(name, Set.of());
        Set<String> said = new HashSet<>(Objects.requireNonNullElse(schema.getRequired(), List.of()));
        List<String> required = new ArrayList<>();
        for (String field : Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of())
                .keySet()) {
            if (known.contains(field) || said.contains(field)) {
                required.add(field);
            }
        }
        if (!required.isEmpty()) {
            schema.setRequired(required.stream().sorted().toList());
        }
    }

    private static Set<String> alwaysThere(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(field -> !field.type().hasAnnotation(NULLABLE) && !field.hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> inBoth(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }
}
