package jp.nenkin.notice.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The publication of a fiscal year's notices as it stands.
 *
 * @param request null until an officer publishes the year
 * @param statements how many members have a statement
 * @param unpublished how many of them no message has been made for
 */
record Publication(int fiscalYear, @Nullable Request request, long statements, long unpublished, MailCount mails) {

    /** That it was asked for, and when every message that could be made was made. */
    record Request(UUID id, Instant requestedAt, @Nullable Instant completedAt) {}

    /** How many mails there are, and what became of them; the rest wait. */
    record MailCount(long total, long sent, long undeliverable) {
        boolean areSettled() {
            return sent + undeliverable == total;
        }
    }

    /** How far it has come. */
    enum Status {
        PREPARED,
        RUNNING,
        COMPLETED
    }

    Status status() {
        if (request == null) {
            return Status.PREPARED;
        }
        return request.completedAt() == null ? Status.RUNNING : Status.COMPLETED;
    }

    long messages() {
        return request == null ? 0 : statements - unpublished;
    }

    /** Members who get theirs when their name is known; who they are is certain when the others are done. */
    long withoutName() {
        return status() == Status.COMPLETED ? unpublished : 0;
    }

    /** Whether nothing will change by itself any more. */
    boolean isSettled() {
        return status() == Status.COMPLETED && mails.areSettled();
    }
}
