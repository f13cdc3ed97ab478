package jp.nenkin.member.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.FiledAs;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a filing says that is decided on: of a correction what it says instead, of a cancellation what it takes back.
 *
 * @param eventDay of acquisition, loss, change or receipt of the asset
 * @param firstBaseSalary yen
 * @param secondUnits units of the second plan
 * @param plan that an asset was brought into
 * @param amount of the asset, in yen
 */
record DecidedContent(
        @Nullable String name,
        @Nullable LocalDate eventDay,
        @Nullable LocalDate lostOn,
        @Nullable LossCause cause,
        @Nullable Long firstBaseSalary,
        @Nullable Integer secondUnits,
        @Nullable Plan plan,
        @Nullable Long amount) {
    private static final DecidedContent NOTHING = new DecidedContent(null, null, null, null, null, null, null, null);
    private static final List<String> RIGHT =
            List.of("right", "enrolment", "loss", "baseSalaryChange", "transferIn", "nameChange");
    private static final List<String> DAYS =
            List.of("acquiredOn", "lostOn", "effectiveFrom", "changedOn", "assetReceivedOn");

    /** What something that was filed says. */
    static DecidedContent of(Listed listed) {
        Listed.TakenBack takesBack = listed.takesBack();
        return listed.type() == FiledAs.CANCELLATION && takesBack != null
                ? of(takesBack.content(), takesBack.type())
                : of(listed.content(), listed.type());
    }

    /**
     * Reads what was kept, in the form of a single filing or of a row.
     *
     * @param kept JSON; null of a row that could not be read, and of a filing that cannot be seen
     */
    static DecidedContent of(@Nullable String kept, @Nullable FiledAs type) {
        if (kept == null) {
            return NOTHING;
        }
        JsonNode whole = read(kept);
        JsonNode said = RIGHT.stream()
                .map(whole::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(whole);
        return new DecidedContent(
                name(said).orElse(null),
                eventDay(said, type).map(LocalDate::parse).orElse(null),
                text(said, "lostOn").map(LocalDate::parse).orElse(null),
                text(said, "cause").map(LossCause::valueOf).orElse(null),
                said.hasNonNull("firstBaseSalary")
                        ? said.path("firstBaseSalary").asLong()
                        : null,
                said.hasNonNull("secondUnits") ? said.path("secondUnits").asInt() : null,
                text(said, "plan").map(Plan::valueOf).orElse(null),
                said.hasNonNull("amount") ? said.path("amount").asLong() : null);
    }

    private static Optional<String> eventDay(JsonNode said, @Nullable FiledAs type) {
        Optional<String> named =
                DAYS.stream().flatMap(day -> text(said, day).stream()).findFirst();
        // In a row, the day on which an asset was received has no other name than that.
        return named.isPresent() || type != FiledAs.TRANSFER_IN ? named : text(said, "receivedOn");
    }

    private static Optional<String> name(JsonNode said) {
        JsonNode ofRow = said.path("person").path("name");
        return Stream.of(text(said, "name"), text(ofRow, "kanji"), text(ofRow, "kana"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> text(JsonNode of, String field) {
        return Optional.ofNullable(of.path(field).textValue());
    }

    private static JsonNode read(String kept) {
        try {
            return EventJson.mapper().readTree(kept);
        } catch (JsonProcessingException fault) {
            // Its message may quote what was filed.
            throw new IllegalStateException(
                    "What was filed cannot be read: " + fault.getClass().getName());
        }
    }
}
