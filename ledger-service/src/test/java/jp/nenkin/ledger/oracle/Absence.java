package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.ledger.oracle.TrueFacts.Deferral;
import jp.nenkin.ledger.oracle.TrueFacts.Loss;
import org.jspecify.annotations.Nullable;

/**
 * The time after a loss, until the person is back or for good.
 *
 * @param right whether the loss gave a right to a benefit
 * @param oldAgeRightOn the day that an old-age right arises after the loss; none where it arose with it or never will
 * @param oldAgeRightAtLoss whether it arose with the loss
 */
record Absence(
        Loss loss,
        @Nullable LocalDate backOn,
        boolean right,
        @Nullable Deferral deferral,
        @Nullable LocalDate oldAgeRightOn,
        boolean oldAgeRightAtLoss) {

    boolean covers(LocalDate day) {
        return !day.isBefore(loss.on()) && (backOn == null || day.isBefore(backOn));
    }

    /** Without a right: FROZEN; deferred until the end; waiting until the old-age right; else PAYABLE. */
    Standing standingOn(LocalDate day) {
        if (!right) {
            return Standing.FROZEN;
        }
        LocalDate end = endsOn().orElse(LocalDate.MAX);
        if (!isOnRecord() || !day.isBefore(end)) {
            return Standing.PAYABLE;
        }
        return deferral == null ? Standing.WAITING : Standing.DEFERRED;
    }

    /** Every 31 March while DEFERRED or WAITING; who is back without a benefit counts as WAITING since the loss. */
    boolean isCreditedOn31March(LocalDate day) {
        if (!right) {
            return false;
        }
        return backOn != null || (isOnRecord() && !day.isAfter(endsOn().orElse(LocalDate.MAX)));
    }

    /** The end date of a deferral, and the day an old-age right arises where the loss was by merger or withdrawal. */
    Optional<LocalDate> creditedOnItsEnd() {
        return right && isOnRecord() ? endsOn().filter(this::covers) : Optional.empty();
    }

    /** The 31 March credits since the loss are made when a deferral is recorded, and on being back. */
    boolean makesUpFor(LocalDate day) {
        return right
                && covers(day)
                && (backOn != null
                        || (deferral != null && !day.isAfter(deferral.recordedOn()) && isCreditedOn31March(day)));
    }

    private boolean isOnRecord() {
        return deferral != null || (loss.cause().makesWait() && !oldAgeRightAtLoss);
    }

    /** A deferral ends on request, at a date, or at the old-age right; waiting at the old-age right. */
    private Optional<LocalDate> endsOn() {
        LocalDate end = deferral == null ? null : deferral.end();
        if (end == null || (oldAgeRightOn != null && oldAgeRightOn.isBefore(end))) {
            return Optional.ofNullable(oldAgeRightOn);
        }
        return Optional.of(end);
    }
}
