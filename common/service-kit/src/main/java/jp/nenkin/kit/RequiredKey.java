package jp.nenkin.kit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says of every Idempotency-Key what it is for, and that it cannot be left out. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RequiredKey implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if ("Idempotency-Key".equals(parameter.getName())) {
            parameter
                    .required(true)
                    .description("1 to 255 visible ASCII characters that the caller uses for this request alone: sent"
                            + " again with the same content it changes nothing and brings the first answer. Without it"
                            + " 400 idempotency-key-missing, otherwise formed 400 idempotency-key-malformed.");
        }
        return parameter;
    }
}
