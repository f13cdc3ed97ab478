package jp.nenkin.kit.trial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row under row-level security. */
@Entity
@Table(name = "trial")
class TrialRow {
    @Id
    UUID id;

    String establishmentNumber;
    String name;

    @SuppressWarnings("NullAway") // Hibernate fills it.
    protected TrialRow() {}

    TrialRow(UUID id, String establishmentNumber, String name) {
        this.id = id;
        this.establishmentNumber = establishmentNumber;
        this.name = name;
    }
}
