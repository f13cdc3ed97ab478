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

/** A row of transferred_asset. */
@Entity
@Immutable
@Table(name = "transferred_asset")
class TransferredAssetRow {
    @EmbeddedId
    KeyRow key;

    String memberNumber;
    String establishmentNumber;
    LocalDate receivedOn;
    String source;
    int creditedMonths;

    @Nullable
    Long amount;

    @Nullable
    UUID replaces;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    TransferredAssetRow() {}

    /** One asset of a filing. */
    @Embeddable
    record KeyRow(
            UUID filingId, @Enumerated(EnumType.STRING) Plan plan, int ordinal) {}
}
