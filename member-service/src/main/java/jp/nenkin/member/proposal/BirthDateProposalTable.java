package jp.nenkin.member.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Ids;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.proposal.BirthDateProposal.Dismissed;
import jp.nenkin.member.proposal.BirthDateProposal.Ending;
import jp.nenkin.member.proposal.BirthDateProposal.Filed;
import jp.nenkin.member.proposal.BirthDateProposal.OnRecord;
import org.jspecify.annotations.Nullable;

/** Birth dates to look at, as far as the caller may see them. */
@ApplicationScoped
class BirthDateProposalTable {
    private static final String SELECT = """
            SELECT b.id, b.receipt_number, b.member_number, p.name, p.birth_date,
                   latest_establishment(b.member_number) AS establishment_number,
                   b.proposed_at, b.state, b.ended_at, b.dismissed_by, b.filing_id
              FROM birth_date_proposal b
              JOIN profile p ON p.member_number = b.member_number
               AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)
            """;
    private static final String FIND = SELECT + " WHERE b.id = ?";
    private static final String LIST = SELECT + """
             WHERE (?::text IS NULL OR latest_establishment(b.member_number) = ?)
               AND (?::text IS NULL OR b.state = ?)
               AND b.receipt_number > ?
             ORDER BY b.receipt_number LIMIT ?
            """;
    private static final String COUNT_OPEN = """
            SELECT count(*) FROM birth_date_proposal b
             WHERE b.state = 'OPEN' AND latest_establishment(b.member_number) = ?
            """;
    private static final String OPEN = """
            INSERT INTO birth_date_proposal (id, member_number, proposed_at, state) VALUES (?, ?, ?, 'OPEN')
                ON CONFLICT (member_number) WHERE state = 'OPEN' DO NOTHING
            """;
    private static final String FILE = """
            UPDATE birth_date_proposal SET state = 'FILED', ended_at = ?, filing_id = ?
             WHERE member_number = ? AND state = 'OPEN'
            """;
    private static final String DISMISS = """
            UPDATE birth_date_proposal SET state = 'DISMISSED', ended_at = ?, dismissed_by = ?
             WHERE id = ? AND state = 'OPEN'
            """;

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    BirthDateProposalTable(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<BirthDateProposal> find(UUID id) {
        return database.first(FIND, statement -> statement.setObject(1, id), BirthDateProposalTable::proposal);
    }

    /** Those after a receipt number, the oldest first; of all establishments and in any state where none is said. */
    List<BirthDateProposal> list(
            @Nullable EstablishmentNumber establishment, @Nullable ProposalState state, long after, int most) {
        String number = establishment == null ? null : establishment.value();
        String named = state == null ? null : state.name();
        return database.query(
                LIST,
                statement -> {
                    statement.setString(1, number);
                    statement.setString(2, number);
                    statement.setString(3, named);
                    statement.setString(4, named);
                    statement.setLong(5, after);
                    statement.setInt(6, most);
                },
                BirthDateProposalTable::proposal);
    }

    int countOpen(EstablishmentNumber establishment) {
        return database.first(
                        COUNT_OPEN,
                        statement -> statement.setString(1, establishment.value()),
                        row -> row.getInt("count"))
                .orElseThrow();
    }

    /** Opens one, unless one of the member is open. */
    void open(MemberNumber member, Instant proposedAt) {
        database.update(OPEN, statement -> {
            statement.setObject(1, ids.next());
            statement.setString(2, member.value());
            statement.setObject(3, time(proposedAt));
        });
    }

    /** Ends the open one of a member, if there is one, by the filing of the right date. */
    void file(MemberNumber member, UUID filing) {
        database.update(FILE, statement -> {
            statement.setObject(1, time(clock.instant()));
            statement.setObject(2, filing);
            statement.setString(3, member.value());
        });
    }

    /** Ends an open one by somebody's word; false if it has ended before. */
    boolean dismiss(UUID id, String by) {
        return database.update(DISMISS, statement -> {
                    statement.setObject(1, time(clock.instant()));
                    statement.setString(2, by);
                    statement.setObject(3, id);
                })
                == 1;
    }

    private OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }

    private static BirthDateProposal proposal(ResultSet row) throws SQLException {
        String establishment = row.getString("establishment_number");
        return new BirthDateProposal(
                row.getObject("id", UUID.class),
                row.getLong("receipt_number"),
                new OnRecord(
                        new MemberNumber(row.getString("member_number")),
                        row.getString("name"),
                        row.getObject("birth_date", LocalDate.class)),
                establishment == null ? null : new EstablishmentNumber(establishment),
                instant(row, "proposed_at"),
                ending(row));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        return switch (ProposalState.valueOf(row.getString("state"))) {
            case OPEN -> null;
            case FILED -> new Filed(instant(row, "ended_at"), row.getObject("filing_id", UUID.class));
            case DISMISSED -> new Dismissed(instant(row, "ended_at"), row.getString("dismissed_by"));
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
