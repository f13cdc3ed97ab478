package jp.nenkin.member.establishment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of establishment. */
@Entity
@Immutable
@Table(name = "establishment")
class EstablishmentRow {
    @Id
    String number;

    String name;
    boolean firstPlan;
    boolean secondPlan;

    @Nullable
    String course;

    @Nullable
    Integer units;

    @Nullable
    String prefecture;

    @Nullable
    String municipality;

    @Nullable
    String officeSymbol;

    boolean filingsNeedApproval;
    Instant registeredAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    EstablishmentRow() {}
}
