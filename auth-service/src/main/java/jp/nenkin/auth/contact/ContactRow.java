package jp.nenkin.auth.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.nenkin.events.ContactLanguage;

/** A row of member_contact. */
@Entity
@Table(name = "member_contact")
class ContactRow {
    @Id
    String memberNumber;

    String email;

    @Enumerated(EnumType.STRING)
    ContactLanguage language;

    Instant recordedAt;
    String recordedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ContactRow() {}
}
