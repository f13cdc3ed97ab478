package jp.nenkin.member.filing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.name.MyNumber;

/** Refuses a request with a property that is called like a My Number, by a code of its own and without its value. */
@Singleton
class MyNumberProperties implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.addHandler(new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(
                    DeserializationContext context,
                    JsonParser parser,
                    JsonDeserializer<?> deserializer,
                    Object bean,
                    String name)
                    throws IOException {
                if (MyNumber.isNamedBy(name)) {
                    throw JsonMappingException.from(
                            context, "A My Number", Problem.of(FilingProblem.MY_NUMBER_NOT_TAKEN));
                }
                return false;
            }
        });
    }
}
