package jp.nenkin.member.month;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of contribution_run: a run of the ledger that is done. */
@Entity
@Immutable
@Table(name = "contribution_run")
class ContributionRunRow {
    @Id
    LocalDate month;

    UUID runId;
    Instant completedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ContributionRunRow() {}
}
