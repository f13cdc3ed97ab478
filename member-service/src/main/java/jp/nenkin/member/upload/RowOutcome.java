package jp.nenkin.member.upload;

import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Event;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** What a row comes to. */
sealed interface RowOutcome {
    /** It is a filing. */
    record Processed(UUID filing, MemberNumber member, List<Event> events) implements RowOutcome {}

    /** An officer decides on it. */
    record Waits(UUID held, @Nullable MemberNumber member, List<Reason> reasons) implements RowOutcome {}

    /** It has no effect of its own. */
    record NotApplicable(@Nullable MemberNumber member, Reason reason) implements RowOutcome {}

    /** It cannot be filed as it is. */
    record Returned(Reason reason) implements RowOutcome {}
}
