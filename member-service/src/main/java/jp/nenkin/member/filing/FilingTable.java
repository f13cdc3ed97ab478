package jp.nenkin.member.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Ids;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** The filings as they came, with who filed them and when. */
@ApplicationScoped
public class FilingTable implements PanacheRepositoryBase<FilingRow, UUID> {
    private static final ScopedValue<String> FILER = ScopedValue.newInstance();

    private final ObjectMapper json;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;

    FilingTable(ObjectMapper json, Callers callers, Ids ids, Clock clock) {
        this.ids = ids;
        this.json = json;
        this.callers = callers;
        this.clock = clock;
    }

    /** Filings kept inside are this caller's, who sent them before: of files, whose rows are taken afterwards. */
    public static <T> T filedBy(String caller, Supplier<T> work) {
        return ScopedValue.where(FILER, caller).call(work::get);
    }

    /**
     * What came in.
     *
     * @param body as it was filed
     */
    public record Arrival(FilingType type, Receipt receipt, Object body) {}

    /** Keeps a filing under a new id; its facts come after it, within the same transaction. */
    public Filing keep(Arrival arrival, MemberNumber member, EstablishmentNumber establishment) {
        Receipt receipt = arrival.receipt();
        Filing filing = new Filing(ids.next(), arrival.type(), receipt.channel(), receipt.receivedOn());
        FilingRow row = new FilingRow();
        row.id = filing.id();
        row.type = filing.type();
        row.channel = filing.channel();
        row.receivedOn = filing.receivedOn();
        row.memberNumber = member.value();
        row.establishmentNumber = establishment.value();
        row.filedAt = clock.instant();
        row.filedBy = FILER.isBound() ? FILER.get() : callers.current().id();
        row.body = text(arrival.body());
        persist(row);
        return filing;
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A filing that is no JSON", fault);
        }
    }
}
