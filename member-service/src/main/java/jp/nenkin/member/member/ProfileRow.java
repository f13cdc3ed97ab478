package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of profile. */
@Entity
@Immutable
@Table(name = "profile")
class ProfileRow {
    @Id
    UUID filingId;

    String memberNumber;
    String name;
    String nameKey;
    LocalDate birthDate;

    @Nullable
    UUID replaces;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ProfileRow() {}
}
