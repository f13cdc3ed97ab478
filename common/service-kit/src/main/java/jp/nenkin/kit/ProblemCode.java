package jp.nenkin.kit;

import java.util.Locale;

/** One refusal of the API, implemented by each service's enum: its code and status never change once published. */
public interface ProblemCode {
    /** The enum constant's own name. */
    String name();

    /** The HTTP status. */
    int status();

    Text title();

    /** May hold {placeholders} that {@link Problem#with} fills. */
    Text detail();

    /** The written form that callers compare: {@code MEMBER_NOT_YET_KNOWN} is {@code member-not-yet-known}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
