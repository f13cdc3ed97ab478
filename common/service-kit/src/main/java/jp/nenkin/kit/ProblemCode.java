package jp.nenkin.kit;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/** One refusal of the API, implemented by each service's enum: its code and status never change once published. */
public interface ProblemCode {
    /** The enum constant's own name. */
    String name();

    /** What a caller is told. */
    Said said();

    /**
     * What a refusal tells.
     *
     * @param status of HTTP
     * @param detail may hold {placeholders} that {@link Problem#with} fills
     */
    @Immutable
    record Said(int status, Text title, Text detail) {}

    default int status() {
        return said().status();
    }

    default Text title() {
        return said().title();
    }

    default Text detail() {
        return said().detail();
    }

    /** The written form that callers compare: {@code MEMBER_NOT_YET_KNOWN} is {@code member-not-yet-known}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
