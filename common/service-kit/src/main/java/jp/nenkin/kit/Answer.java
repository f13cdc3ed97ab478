package jp.nenkin.kit;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command answers with: kept word for word, and given again to whoever repeats the request. */
public record Answer(
        int status, @Nullable URI location, @Nullable Object body) {
    public static Answer ok(Object body) {
        return new Answer(200, null, body);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, URI.create(location), body);
    }

    public static Answer accepted(String location, Object body) {
        return new Answer(202, URI.create(location), body);
    }

    Optional<String> locationText() {
        return Optional.ofNullable(location).map(URI::toString);
    }
}
