package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of membership. */
@Entity
@Immutable
@Table(name = "membership")
class MembershipRow {
    @Id
    UUID filingId;

    String memberNumber;
    String establishmentNumber;
    LocalDate acquiredOn;

    UUID root;

    @Nullable
    UUID replaces;

    @Nullable
    Integer insuredNumber;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    MembershipRow() {}
}
