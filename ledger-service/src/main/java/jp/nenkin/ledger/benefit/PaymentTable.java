package jp.nenkin.ledger.benefit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.EventJson;
import jp.nenkin.kit.Caller;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Proposed payments. */
@ApplicationScoped
class PaymentTable {
    private static final String SELECT = """
            select id, member, figures, paid_on, proposed_by, proposer_name, proposed_at, approver_name, approved_at,
                   withdrawer_name, withdrawn_at
            from payment_proposal
            """;

    private final Database database;

    PaymentTable(Database database) {
        this.database = database;
    }

    void insert(PaymentProposal proposal) {
        String sql = """
                insert into payment_proposal
                    (id, member, quote, figures, paid_on, proposed_by, proposer_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        database.update(sql, statement -> {
            statement.setObject(1, proposal.id());
            statement.setLong(2, proposal.member().value());
            statement.setInt(3, proposal.figures().number());
            statement.setString(4, text(proposal.figures()));
            statement.setObject(5, proposal.paidOn());
            statement.setString(6, proposal.proposer());
            statement.setString(7, proposal.proposerName());
            statement.setObject(8, utc(proposal.proposedAt()));
        });
    }

    Optional<PaymentProposal> find(UUID id) {
        return database
                .query(SELECT + "where id = ?", statement -> statement.setObject(1, id), PaymentTable::proposal)
                .stream()
                .findFirst();
    }

    /** The payment of a quote's figures that is proposed or approved; what was withdrawn counts no more. */
    Optional<PaymentProposal> standing(MemberNumber member, int quote) {
        return database
                .query(
                        SELECT + "where member = ? and quote = ? and withdrawn_by is null",
                        statement -> {
                            statement.setLong(1, member.value());
                            statement.setInt(2, quote);
                        },
                        PaymentTable::proposal)
                .stream()
                .findFirst();
    }

    void approve(UUID id, Caller.Officer officer, Instant at) {
        String sql = """
                update payment_proposal set approved_by = ?, approver_name = ?, approved_at = ?
                where id = ? and approved_by is null and withdrawn_by is null
                """;
        database.update(sql, statement -> sign(statement, id, officer, at));
    }

    void withdraw(UUID id, Caller.Officer officer, Instant at) {
        String sql = """
                update payment_proposal set withdrawn_by = ?, withdrawer_name = ?, withdrawn_at = ?
                where id = ? and approved_by is null and withdrawn_by is null
                """;
        database.update(sql, statement -> sign(statement, id, officer, at));
    }

    /** Withdraws what is still proposed to a member: payments of quotes that another one has replaced. */
    void withdrawOpen(MemberNumber member, Caller.Officer officer, Instant at) {
        String sql = """
                update payment_proposal set withdrawn_by = ?, withdrawer_name = ?, withdrawn_at = ?
                where member = ? and approved_by is null and withdrawn_by is null
                """;
        database.update(sql, statement -> {
            statement.setString(1, officer.id());
            statement.setString(2, officer.name());
            statement.setObject(3, utc(at));
            statement.setLong(4, member.value());
        });
    }

    private static void sign(PreparedStatement statement, UUID id, Caller.Officer officer, Instant at)
            throws SQLException {
        statement.setString(1, officer.id());
        statement.setString(2, officer.name());
        statement.setObject(3, utc(at));
        statement.setObject(4, id);
    }

    /** The payments that were proposed to a member, oldest first. */
    List<PaymentProposal> of(MemberNumber member) {
        return database.query(
                SELECT + "where member = ? order by proposed_at",
                statement -> statement.setLong(1, member.value()),
                PaymentTable::proposal);
    }

    /** Those that nobody has approved or withdrawn, oldest first. */
    List<PaymentProposal> open(int most) {
        String sql = SELECT + "where approved_by is null and withdrawn_by is null order by proposed_at limit ?";
        return database.query(sql, statement -> statement.setInt(1, most), PaymentTable::proposal);
    }

    private static PaymentProposal proposal(ResultSet row) throws SQLException {
        return new PaymentProposal(
                row.getObject("id", UUID.class),
                new MemberNumber(row.getLong("member")),
                figures(row.getString("figures")),
                row.getObject("paid_on", LocalDate.class),
                row.getString("proposed_by"),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("approver_name"),
                instant(row, "approved_at"),
                row.getString("withdrawer_name"),
                instant(row, "withdrawn_at"));
    }

    private static String text(BenefitQuoted figures) {
        try {
            return EventJson.mapper().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a quote cannot be written", e);
        }
    }

    private static BenefitQuoted figures(String text) {
        try {
            return EventJson.mapper().readValue(text, BenefitQuoted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the figures of a payment cannot be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
