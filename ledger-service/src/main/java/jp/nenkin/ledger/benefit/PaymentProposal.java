package jp.nenkin.ledger.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * A payment that one officer proposes and another approves, or any takes back before.
 *
 * @param figures the quote as it was when the payment was proposed
 * @param proposer tells persons apart; the name is for readers
 */
record PaymentProposal(
        UUID id,
        MemberNumber member,
        BenefitQuoted figures,
        LocalDate paidOn,
        String proposer,
        String proposerName,
        Instant proposedAt,
        @Nullable String approverName,
        @Nullable Instant approvedAt,
        @Nullable String withdrawerName,
        @Nullable Instant withdrawnAt) {

    boolean isApproved() {
        return approvedAt != null;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
