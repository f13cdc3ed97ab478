package jp.nenkin.member.month;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of month_closing; a month is written as its first day. */
@Entity
@Immutable
@Table(name = "month_closing")
class MonthClosingRow {
    @Id
    LocalDate month;

    @Nullable
    LocalDate follows;

    Instant closedAt;
    String closedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    MonthClosingRow() {}
}
