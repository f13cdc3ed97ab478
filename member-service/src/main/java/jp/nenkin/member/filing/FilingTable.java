package jp.nenkin.member.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.kit.Callers;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** The filings as they came, with who filed them and when. */
@ApplicationScoped
public class FilingTable implements PanacheRepositoryBase<FilingRow, UUID> {
    private final ObjectMapper json;
    private final Callers callers;
    private final Clock clock;

    FilingTable(ObjectMapper json, Callers callers, Clock clock) {
        this.json = json;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Keeps a filing; its facts come after it, within the same transaction.
     *
     * @param body as it was filed
     */
    public void insert(Filing filing, MemberNumber member, EstablishmentNumber establishment, Object body) {
        FilingRow row = new FilingRow();
        row.id = filing.id();
        row.type = filing.type();
        row.channel = filing.channel();
        row.receivedOn = filing.receivedOn();
        row.memberNumber = member.value();
        row.establishmentNumber = establishment.value();
        row.filedAt = clock.instant();
        row.filedBy = callers.current().id();
        row.body = text(body);
        persist(row);
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A filing that is no JSON", fault);
        }
    }
}
