package jp.nenkin.member.member;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of earlier_period. */
@Entity
@Immutable
@Table(name = "earlier_period")
class EarlierPeriodRow {
    @EmbeddedId
    KeyRow key;

    String memberNumber;
    String establishmentNumber;
    LocalDate lostOn;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    EarlierPeriodRow() {}

    /** One period of a take-over. */
    @Embeddable
    record KeyRow(UUID filingId, LocalDate acquiredOn) {}
}
