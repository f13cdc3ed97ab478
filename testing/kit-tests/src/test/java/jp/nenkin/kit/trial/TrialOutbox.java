package jp.nenkin.kit.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.kit.Outgoing;
import jp.nenkin.kit.RelaySource;

/** An outbox read in the order of (xid8, id) below the oldest open transaction. */
@ApplicationScoped
class TrialOutbox implements RelaySource {
    private final AgroalDataSource database;

    TrialOutbox(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Optional<Slice> next(String position) {
        String[] after = (position.isEmpty() ? "0:0" : position).split(":", -1);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT xid::text, id, key, "partition", sequence
                          FROM trial_outbox
                         WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
                           AND (xid, id) > (?::xid8, ?)
                         ORDER BY xid, id
                         LIMIT 500
                        """)) {
            select.setString(1, after[0]);
            select.setLong(2, Long.parseLong(after[1]));
            try (ResultSet rows = select.executeQuery()) {
                return slice(rows);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Optional<Slice> slice(ResultSet rows) throws SQLException {
        List<Outgoing> records = new ArrayList<>();
        String position = "";
        while (rows.next()) {
            records.add(new Outgoing(
                    "member.events",
                    rows.getObject(4, Integer.class),
                    rows.getString(3),
                    Map.of("ce_id", rows.getString(2), "ce_type", "jp.nenkin.trial.Counted.v1"),
                    rows.getString(5).getBytes(UTF_8)));
            position = rows.getString(1) + ":" + rows.getString(2);
        }
        return records.isEmpty() ? Optional.empty() : Optional.of(new Slice(records, position));
    }
}
