package jp.nenkin.ledger.rate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A proposed rate, and its approval when there is one. */
@Entity
@DynamicUpdate
@Table(name = "rate_proposal")
class RateProposalRow {
    @Id
    UUID id;

    int fiscalYear;
    int tenthsOfPercent;
    String evidence;
    String proposedBy;
    String proposerName;
    Instant proposedAt;

    @Nullable
    String approvedBy;

    @Nullable
    String approverName;

    @Nullable
    Instant approvedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected RateProposalRow() {}

    RateProposalRow(UUID id, SettledRate settled, RateProposals.Signature proposer) {
        this.id = id;
        this.fiscalYear = settled.year().year();
        this.tenthsOfPercent = settled.rate().tenthsOfPercent();
        this.evidence = settled.storedEvidence();
        this.proposedBy = proposer.id();
        this.proposerName = proposer.name();
        this.proposedAt = proposer.at();
    }

    void approve(RateProposals.Signature approver) {
        approvedBy = approver.id();
        approverName = approver.name();
        approvedAt = approver.at();
    }
}
