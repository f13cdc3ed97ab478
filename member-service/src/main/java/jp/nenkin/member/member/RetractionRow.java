package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of retraction: what a filing said no longer holds. */
@Entity
@Immutable
@Table(name = "retraction")
class RetractionRow {
    @Id
    UUID filingId;

    UUID retracted;
    String memberNumber;
    String establishmentNumber;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    RetractionRow() {}
}
