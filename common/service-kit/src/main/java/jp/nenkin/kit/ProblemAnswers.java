package jp.nenkin.kit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Adds the refusals that every operation may answer with, and gives each refusal its body: problem+json. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemAnswers implements OASFilter {
    private static final String PROBLEM = "Problem";
    // In the order of their status: the description is the same whenever it is made.
    private static final Map<String, String> OF_EVERY_OPERATION = new TreeMap<>(Map.of(
            "400", "Not of the form described: invalid, malformed",
            "401", "No valid access token: unauthorized",
            "403", "Not for this caller: forbidden",
            "406", "Another form than JSON is asked for: not-acceptable",
            "500", "A fault of ours: internal-error",
            "503", "A server behind is away, try again: unavailable"));
    private static final Map<String, String> OF_ONE_THING = Map.of("404", "There is none: not-found");
    private static final Map<String, String> WITH_BODY = new TreeMap<>(Map.of(
            "413", "The body is too large: payload-too-large",
            "415", "The body is not JSON: unsupported-media-type"));
    private static final Map<String, String> WITH_KEY = new TreeMap<>(Map.of(
            "409", "The same Idempotency-Key is in progress: idempotency-key-in-progress",
            "422", "The Idempotency-Key came with another body: idempotency-key-reused"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components.addSchema(PROBLEM, problem()));
        api.getPaths().getPathItems().forEach(ProblemAnswers::complete);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> {
            add(operation, OF_EVERY_OPERATION);
            if (path.contains("{")) {
                add(operation, OF_ONE_THING);
            }
            if (operation.getRequestBody() != null) {
                add(operation, WITH_BODY);
            }
            if (takesKey(operation)) {
                add(operation, WITH_KEY);
            }
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.charAt(0) >= '4') {
                    response.setContent(OASFactory.createContent()
                            .addMediaType(
                                    "application/problem+json",
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
                }
            });
        });
    }

    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "Idempotency-Key".equals(parameter.getName()));
    }

    /** What the operation says itself stands before what holds for all. */
    private static void add(Operation operation, Map<String, String> refusals) {
        refusals.forEach((status, description) -> {
            @Nullable APIResponse own = operation.getResponses().getAPIResponse(status);
            if (own == null) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            } else if (isBare(own.getDescription())) {
                own.setDescription(description);
            }
        });
    }

    private static boolean isBare(@Nullable String description) {
        return description == null
                || List.of("Bad Request", "Not Authorized", "Not Allowed").contains(description);
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
        Schema error = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("field", text)
                .addProperty("code", text)
                .addProperty("message", text);
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal (RFC 9457); code is stable, title and detail are in the language accepted.")
                .required(List.of("type", "title", "status", "detail", "code"))
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text)
                .addProperty("instance", text)
                .addProperty("code", text)
                .addProperty("values", OASFactory.createSchema().addType(SchemaType.OBJECT))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
    }
}
