package jp.nenkin.member.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import org.hibernate.annotations.Immutable;

/** A row of filing: what came in, as it came. */
@Entity
@Immutable
@Table(name = "filing")
class FilingRow {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    FiledType type;

    @Enumerated(EnumType.STRING)
    FilingChannel channel;

    LocalDate receivedOn;
    String memberNumber;
    String establishmentNumber;
    Instant filedAt;
    String filedBy;
    String body;
    Instant decidedAt;
    String decidedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    FilingRow() {}
}
