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
    LocalDate acquiredOn;
    LocalDate lostOn;

    @Enumerated(EnumType.STRING)
    LossCause cause;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    MembershipLossRow() {}
}
