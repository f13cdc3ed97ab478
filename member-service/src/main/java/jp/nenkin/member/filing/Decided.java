package jp.nenkin.member.filing;

import java.util.UUID;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * Told within the transaction in which a filing that waited is decided.
 *
 * @param filing under which it waited; if it was accepted, the filing
 * @param returnText what the officer says who gives it back
 */
public record Decided(
        UUID filing,
        FilingState state,
        @Nullable MemberNumber member,
        @Nullable ReturnReason returnReason,
        @Nullable String returnText,
        String by) {}
