package jp.nenkin.member.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jp.nenkin.kit.Database;

/** The lists of links in all their revisions, of which the latest holds. */
@ApplicationScoped
class PartnerLinkTable {
    private static final String LATEST = "SELECT links FROM partner_link_list ORDER BY revision DESC LIMIT 1";
    private static final String ADD = "INSERT INTO partner_link_list (set_at, set_by, links) VALUES (?, ?, ?::jsonb)";

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    PartnerLinkTable(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** In the order in which they are shown. */
    @Transactional
    List<PartnerLink> links() {
        return database.first(LATEST, Database.Binding.NONE, row -> read(row.getString(1)))
                .orElse(List.of());
    }

    /** From now on these, in place of those before. */
    @Transactional
    void set(List<PartnerLink> links, String officer) {
        int _ = database.update(ADD, statement -> {
            statement.setObject(1, OffsetDateTime.now(clock));
            statement.setString(2, officer);
            statement.setString(3, written(links));
        });
    }

    private String written(List<PartnerLink> links) {
        try {
            return json.writeValueAsString(links);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Links that are no JSON", fault);
        }
    }

    private List<PartnerLink> read(String links) {
        try {
            return List.of(json.readValue(links, PartnerLink[].class));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Kept links that cannot be read", fault);
        }
    }
}
