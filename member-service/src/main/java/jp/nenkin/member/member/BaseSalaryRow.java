package jp.nenkin.member.member;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.Plan;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of base_salary. */
@Entity
@Immutable
@Table(name = "base_salary")
class BaseSalaryRow {
    @EmbeddedId
    KeyRow key;

    UUID membership;
    String memberNumber;
    String establishmentNumber;
    LocalDate effectiveFrom;
    long baseSalary;

    @Nullable
    UUID replaces;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    BaseSalaryRow() {}

    /** One figure of a filing. */
    @Embeddable
    record KeyRow(
            UUID filingId, @Enumerated(EnumType.STRING) Plan plan) {}
}
