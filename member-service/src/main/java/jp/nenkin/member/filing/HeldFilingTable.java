package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.HeldFiling.Decision;
import jp.nenkin.member.filing.HeldFiling.Return;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** The filings that an officer is to decide, as far as the transaction may see them. */
@ApplicationScoped
class HeldFilingTable {
    private static final String INSERT = """
            INSERT INTO held_filing (id, form, type, channel, received_on, member_number, establishment_number,
                                     filed_at, filed_by, body, waits_for, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED')
            """;
    private static final String DECIDE = """
            UPDATE held_filing SET state = ?, decided_by = ?, decided_at = ?, return_reason = ?, return_text = ?
             WHERE id = ? AND state = 'RECEIVED'
            """;

    private final Database database;
    private final Clock clock;

    HeldFilingTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void hold(HeldFiling held) {
        MemberNumber member = held.member();
        database.update(INSERT, statement -> {
            statement.setObject(1, held.id());
            statement.setString(2, held.form().name());
            statement.setString(3, held.type().name());
            statement.setString(4, held.channel().name());
            statement.setObject(5, held.receivedOn());
            statement.setString(6, member == null ? null : member.value());
            statement.setString(7, held.establishment().value());
            statement.setObject(8, OffsetDateTime.ofInstant(held.filedAt(), clock.getZone()));
            statement.setString(9, held.filedBy());
            statement.setString(10, held.content());
            statement.setString(11, held.waitsFor().stream().map(Enum::name).collect(Collectors.joining(",")));
        });
    }

    Optional<HeldFiling> find(UUID id) {
        return database.first(
                "SELECT * FROM held_filing WHERE id = ?",
                statement -> statement.setObject(1, id),
                HeldFilingTable::held);
    }

    /** Says what became of a filing; false if it waits no more. */
    boolean decide(UUID id, FilingState state, Decision decision) {
        Return reason = decision.reason();
        return database.update(DECIDE, statement -> {
                    statement.setString(1, state.name());
                    statement.setString(2, decision.by());
                    statement.setObject(3, OffsetDateTime.ofInstant(decision.at(), clock.getZone()));
                    statement.setString(4, reason == null ? null : reason.code().name());
                    statement.setString(5, reason == null ? null : reason.text());
                    statement.setObject(6, id);
                })
                == 1;
    }

    private static HeldFiling held(ResultSet row) throws SQLException {
        String member = row.getString("member_number");
        return new HeldFiling(
                row.getObject("id", UUID.class),
                HeldForm.valueOf(row.getString("form")),
                FiledType.valueOf(row.getString("type")),
                FilingChannel.valueOf(row.getString("channel")),
                row.getObject("received_on", LocalDate.class),
                member == null ? null : new MemberNumber(member),
                new EstablishmentNumber(row.getString("establishment_number")),
                time(row, "filed_at"),
                row.getString("filed_by"),
                row.getString("body"),
                reasons(row.getString("waits_for")),
                FilingState.valueOf(row.getString("state")),
                decision(row));
    }

    private static List<WaitingReason> reasons(String stored) {
        return Arrays.stream(stored.split(",", -1)).map(WaitingReason::valueOf).toList();
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        String code = row.getString("return_reason");
        return by == null
                ? null
                : new Decision(
                        by,
                        time(row, "decided_at"),
                        code == null ? null : new Return(ReturnReason.valueOf(code), row.getString("return_text")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
