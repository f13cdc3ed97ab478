package jp.nenkin.member.upload;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.EventJson;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.RowNote;
import org.jspecify.annotations.Nullable;

/** The JSON in which the parts of a row are stored. */
final class RowJson {
    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter ANY = MAPPER.writer();
    private static final ObjectWriter FORM = MAPPER.writerFor(FiledForm.class);
    private static final TypeReference<FiledForm> A_FORM = new TypeReference<>() {};
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<RowNote>> NOTES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private RowJson() {}

    /** The alternatives under the names of {@link RowType}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FiledForm.Enrolment.class, name = "ENROLMENT"),
        @JsonSubTypes.Type(value = FiledForm.Loss.class, name = "LOSS"),
        @JsonSubTypes.Type(value = FiledForm.BaseCalculation.class, name = "BASE_CALCULATION"),
        @JsonSubTypes.Type(value = FiledForm.MonthlyChange.class, name = "MONTHLY_CHANGE"),
        @JsonSubTypes.Type(value = FiledForm.BaseSalaryChange.class, name = "BASE_SALARY_CHANGE"),
        @JsonSubTypes.Type(value = FiledForm.Employed.class, name = "EMPLOYED"),
        @JsonSubTypes.Type(value = FiledForm.NameChange.class, name = "NAME_CHANGE"),
        @JsonSubTypes.Type(value = FiledForm.BirthDateCorrection.class, name = "BIRTH_DATE_CORRECTION"),
        @JsonSubTypes.Type(value = FiledForm.AddressChange.class, name = "ADDRESS_CHANGE"),
        @JsonSubTypes.Type(value = FiledForm.TransferIn.class, name = "TRANSFER_IN"),
        @JsonSubTypes.Type(value = FiledForm.Correction.class, name = "CORRECTION"),
        @JsonSubTypes.Type(value = FiledForm.Cancellation.class, name = "CANCELLATION")
    })
    private interface NamedForm {}

    private static JsonMapper mapper() {
        JsonMapper mapper = EventJson.mapper().copy();
        mapper.addMixIn(FiledForm.class, NamedForm.class);
        return mapper;
    }

    static String form(FiledForm form) {
        return write(FORM, form);
    }

    static String items(Map<String, String> items) {
        return write(ANY, items);
    }

    static String reasons(List<Reason> reasons) {
        return write(ANY, reasons);
    }

    static String notes(List<RowNote> notes) {
        return write(ANY, notes);
    }

    static String forms(Map<String, Long> forms) {
        return write(ANY, forms);
    }

    static FiledForm form(String json) {
        return read(A_FORM, json);
    }

    static Map<String, String> items(String json) {
        return read(ITEMS, json);
    }

    static List<Reason> reasons(@Nullable String json) {
        return json == null ? List.of() : read(REASONS, json);
    }

    static List<RowNote> notes(@Nullable String json) {
        return json == null ? List.of() : read(NOTES, json);
    }

    static Map<String, Long> forms(String json) {
        return read(COUNTS, json);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A row that is no JSON", fault);
        }
    }

    private static <T> T read(TypeReference<T> type, String json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException fault) {
            // Its message may quote what was filed.
            throw new IllegalStateException(
                    "A stored row that cannot be read: " + fault.getClass().getName());
        }
    }
}
