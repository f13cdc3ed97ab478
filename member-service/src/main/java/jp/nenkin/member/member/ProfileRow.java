package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
    String nameKana;

    @Nullable
    String kanaKey;

    @Nullable
    @Enumerated(EnumType.STRING)
    Sex sex;

    @Nullable
    String basicPensionNumber;

    @Nullable
    UUID namedBy;

    @Nullable
    LocalDate namedOn;

    @Nullable
    UUID replaces;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    ProfileRow() {}
}
