package jp.nenkin.member.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.FiledAs;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Database;
import jp.nenkin.member.filing.FilingState;
import jp.nenkin.member.filing.ReturnReason;
import jp.nenkin.member.filing.WaitingReason;
import jp.nenkin.member.upload.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What was filed, as far as the caller may see it, from where each kind of it is kept: filings, what waits or waited
 * for an officer without becoming one, and the rows of files that are neither.
 */
@ApplicationScoped
class OutcomeTable {
    // What a former system held was filed by nobody here.
    private static final String FILINGS = """
            SELECT f.filed_at, f.id, 0::bigint AS line, f.id AS filing, 'PROCESSED' AS state, f.type, f.member_number,
                   f.establishment_number, f.channel, f.received_on, f.filed_by, f.decided_by, f.decided_at,
                   NULL AS waits_for, NULL AS return_reason, NULL AS return_text, NULL::json AS reasons, f.body
              FROM filing f WHERE f.type <> 'TAKE_OVER'
            """;
    private static final String HELD = """
            SELECT h.filed_at, h.id, 0::bigint AS line, h.id AS filing, h.state, h.form AS type, h.member_number,
                   h.establishment_number, h.channel, h.received_on, h.filed_by, h.decided_by, h.decided_at,
                   h.waits_for, h.return_reason, h.return_text, NULL::json AS reasons, h.body
              FROM held_filing h WHERE h.state <> 'PROCESSED'
            """;
    // By file and not together: the view of the rows is closed to joins, and most files have none but filings.
    private static final String ROWS = """
            SELECT u.uploaded_at AS filed_at, u.id, r.line, NULL::uuid AS filing,
                   CASE WHEN u.state = 'WITHDRAWN' AND r.state = 'RECEIVED' THEN 'WITHDRAWN' ELSE r.state END AS state,
                   r.type, r.member_number, u.establishment_number, u.channel, u.received_on,
                   u.uploaded_by AS filed_by, r.decided_by, r.decided_at, NULL AS waits_for, NULL AS return_reason,
                   NULL AS return_text, r.reasons, r.content::text AS body
              FROM filing_file u
             CROSS JOIN LATERAL (SELECT * FROM filed_row w
                                  WHERE w.file = u.id AND w.filing_id IS NULL AND w.held IS NULL OFFSET 0) AS r
             WHERE u.processed < u.rows
            """;
    // Which row of which file it is, who approved that file, who the member is, and what it takes back.
    private static final String LIST = """
            SELECT l.*, coalesce(r.file, CASE WHEN l.line > 0 THEN l.id END) AS file,
                   coalesce(r.line, l.line) AS file_line,
                   (SELECT u.settled_by FROM filing_file u
                     WHERE u.id = coalesce(r.file, l.id) AND u.state <> 'WITHDRAWN') AS approved_by,
                   (SELECT p.name FROM profile p
                     WHERE p.member_number = l.member_number
                       AND NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)) AS name,
                   back.id AS takes_back, nullif(t.type, 'TAKE_OVER') AS taken_back_type, t.body AS taken_back_body
              FROM (
            """;
    private static final String LISTED = """
            ) AS l
              LEFT JOIN LATERAL (SELECT w.file, w.line FROM filed_row w
                                  WHERE w.filing_id = l.filing
                                  UNION ALL
                                 SELECT w.file, w.line FROM filed_row w
                                  WHERE w.held = l.filing AND w.filing_id IS NULL) AS r ON true
              -- What took effect has a retraction; other corrections and cancellations say it, rows in their own way.
              LEFT JOIN LATERAL (SELECT coalesce(
                    (SELECT x.retracted FROM retraction x WHERE x.filing_id = l.filing),
                    (CASE WHEN l.type IN ('CORRECTION', 'CANCELLATION')
                          THEN coalesce(l.body::json ->> 'filingId', l.body::json ->> 'filing') END)::uuid) AS id
                    ) AS back ON true
              LEFT JOIN filing t ON t.id = back.id
            """;

    private final Database database;
    private final Clock clock;

    OutcomeTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The newest first, before a place. */
    List<Listed> newestFirst(Wanted wanted, @Nullable Place before, int most) {
        return list(wanted, new Order("filed_at", "DESC", "<", before), most);
    }

    /** What was processed or returned, in the order in which it was decided, after a place. */
    List<Listed> asDecided(Wanted wanted, @Nullable Place after, int most) {
        return list(wanted, new Order("decided_at", "ASC", ">", after), most);
    }

    /** By which time, in which direction, and from where on. */
    private record Order(
            String time,
            String direction,
            String beyond,
            @Nullable Place from) {
        String columns(String alias) {
            return Stream.of(time, "id", "line")
                    .map(column -> alias + column + " " + direction)
                    .collect(Collectors.joining(", "));
        }
    }

    private List<Listed> list(Wanted wanted, Order order, int most) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        conditions(wanted, conditions, values);
        Place from = order.from();
        if (order.time().equals("decided_at")) {
            conditions.add("state IN ('PROCESSED', 'RETURNED')");
        }
        if (from != null) {
            conditions.add("(%s, id, line) %s (?, ?, ?)".formatted(order.time(), order.beyond()));
            values.addAll(List.of(time(from.at()), from.id(), from.line()));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String each = "(SELECT * FROM (%s) AS kept" + where + " ORDER BY " + order.columns("") + " LIMIT ?)";
        String all = Stream.of(FILINGS, HELD, ROWS).map(each::formatted).collect(Collectors.joining(" UNION ALL "));
        String together = "SELECT * FROM (" + all + ") AS every ORDER BY " + order.columns("") + " LIMIT ?";
        return database.query(
                LIST + together + LISTED + " ORDER BY " + order.columns("l."),
                statement -> {
                    int index = 1;
                    for (int kind = 0; kind < 3; kind++) {
                        index = bind(statement, index, values);
                        statement.setInt(index, most);
                        index++;
                    }
                    statement.setInt(index, most);
                },
                row -> listed(row, order.time()));
    }

    private static int bind(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index, value);
            index++;
        }
        return index;
    }

    private void conditions(Wanted wanted, List<String> conditions, List<Object> values) {
        add("establishment_number = ?", wanted.establishment(), conditions, values);
        add("state = ?", wanted.state() == null ? null : wanted.state().name(), conditions, values);
        add("type = ?", wanted.type() == null ? null : wanted.type().name(), conditions, values);
        add("member_number = ?", wanted.member(), conditions, values);
        add("received_on >= ?", wanted.receivedFrom(), conditions, values);
        add("received_on <= ?", wanted.receivedUntil(), conditions, values);
        add("decided_at >= ?", wanted.since() == null ? null : time(wanted.since()), conditions, values);
    }

    private static void add(String condition, @Nullable Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }

    private static Listed listed(ResultSet row, String orderedBy) throws SQLException {
        UUID file = row.getObject("file", UUID.class);
        return new Listed(
                new Place(instant(row, orderedBy), row.getObject("id", UUID.class), row.getLong("line")),
                row.getObject("filing", UUID.class),
                file == null ? null : new Listed.Row(file, row.getLong("file_line")),
                FilingState.valueOf(row.getString("state")),
                filedAs(row, "type"),
                takenBack(row),
                row.getString("member_number"),
                row.getString("establishment_number"),
                FilingChannel.valueOf(row.getString("channel")),
                row.getObject("received_on", LocalDate.class),
                instant(row, "filed_at"),
                row.getString("filed_by"),
                row.getString("approved_by"),
                row.getString("decided_by"),
                row.getObject("decided_at") == null ? null : instant(row, "decided_at"),
                reasons(row),
                row.getString("body"),
                row.getString("name"));
    }

    private static Listed.@Nullable TakenBack takenBack(ResultSet row) throws SQLException {
        UUID filing = row.getObject("takes_back", UUID.class);
        return filing == null
                ? null
                : new Listed.TakenBack(filing, filedAs(row, "taken_back_type"), row.getString("taken_back_body"));
    }

    private static @Nullable FiledAs filedAs(ResultSet row, String column) throws SQLException {
        String type = row.getString(column);
        return type == null ? null : FiledAs.valueOf(type);
    }

    private static List<Reason> reasons(ResultSet row) throws SQLException {
        String returned = row.getString("return_reason");
        if (returned != null) {
            return List.of(Reason.of(ReturnReason.valueOf(returned), Map.of("text", row.getString("return_text"))));
        }
        String waitsFor = row.getString("waits_for");
        return waitsFor == null
                ? Reason.read(row.getString("reasons"))
                : Arrays.stream(waitsFor.split(",", -1))
                        .map(code -> Reason.of(WaitingReason.valueOf(code)))
                        .toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
