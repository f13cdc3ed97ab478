package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of address. */
@Entity
@Immutable
@Table(name = "address")
class AddressRow {
    @Id
    UUID filingId;

    String memberNumber;
    String establishmentNumber;

    @Nullable
    String postcode;

    @Nullable
    String address;

    LocalDate changedOn;
    Instant toldAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    AddressRow() {}
}
