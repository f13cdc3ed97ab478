package jp.nenkin.kit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes a month as it is written, 2025-03, where it would be described as its class looks inside. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class MonthsAsText implements OASFilter {
    private static final String MONTH = "YearMonth";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents();
        if (components != null
                && components.getSchemas() != null
                && components.getSchemas().containsKey(MONTH)) {
            components.addSchema(MONTH, month());
        }
    }

    private static Schema month() {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .pattern("^[0-9]{4}-(0[1-9]|1[0-2])$")
                .addExample("2025-03");
    }
}
