package jp.nenkin.member.outcome;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where something stands in a list by time, and so where the next page begins.
 *
 * @param id of the filing or, of a row, of its file
 * @param line of the row, or 0
 */
record Place(Instant at, UUID id, long line) {
    private static final int PARTS = 3;

    /** As a cursor, which means nothing to who holds it. */
    String written() {
        String text = at + " " + id + " " + line;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where it is no cursor. */
    static Optional<Place> read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(" ", -1);
            return parts.length == PARTS
                    ? Optional.of(
                            new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
