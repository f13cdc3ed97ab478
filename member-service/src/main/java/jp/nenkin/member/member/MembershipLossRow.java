package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.LossCause;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of membership_loss. */
@Entity
@Immutable
@Table(name = "membership_loss")
class MembershipLossRow {
    @Id
    UUID filingId;

    UUID membership;
    String memberNumber;
    String establishmentNumber;
    LocalDate lostOn;

    @Enumerated(EnumType.STRING)
    LossCause cause;

    @Nullable
    UUID replaces;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    MembershipLossRow() {}
}
