package jp.nenkin.kit.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes each event's number down, in the order it is given them. */
@ApplicationScoped
class TrialConsumer implements EventHandler {
    private final Received received;
    private final AgroalDataSource database;

    TrialConsumer(Received received, AgroalDataSource database) {
        this.received = received;
        this.database = database;
    }

    @Incoming("ledger-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return "ledger.events";
    }

    @Override
    public Set<String> types() {
        return Set.of("jp.nenkin.trial.Counted.v1");
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        try (Connection connection = database.getConnection()) {
            for (jp.nenkin.kit.Incoming event : events) {
                count(connection, event);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void count(Connection connection, jp.nenkin.kit.Incoming event) throws SQLException {
        int number = Integer.parseInt(new String(event.value(), UTF_8));
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO trial_effect (event_id, key, number, role)
                VALUES (?, ?, ?, current_setting('app.role', true))
                """)) {
            insert.setString(1, event.id());
            insert.setString(2, event.key());
            insert.setInt(3, number);
            insert.executeUpdate();
        }
        // After the effect, so that what goes wrong has something to undo.
        trouble(connection, event.key());
    }

    private static void trouble(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT trouble FROM trial_trouble WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                String trouble = row.next() ? row.getString(1) : "";
                if (trouble.equals("refused")) {
                    throw new CannotProcess("trial-refused", "number of " + key);
                }
                if (trouble.equals("away")) {
                    throw new SQLException("the server closes", "57P01");
                }
            }
        }
    }
}
