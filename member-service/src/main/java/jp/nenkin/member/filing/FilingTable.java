package jp.nenkin.member.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.name.MyNumber;

/** The filings as they came, with who filed them and when. */
@ApplicationScoped
public class FilingTable implements PanacheRepositoryBase<FilingRow, UUID> {
    private static final ScopedValue<Origin> ORIGIN = ScopedValue.newInstance();

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

    /** Filings kept inside were filed before, and not by the caller: rows of files, and what waited for an officer. */
    public static <T> T filedBefore(Origin origin, Supplier<T> work) {
        return ScopedValue.where(ORIGIN, origin).call(work::get);
    }

    /** Whose a filing is that is kept now. */
    Origin origin() {
        return ORIGIN.isBound() ? ORIGIN.get() : Origin.of(callers.current());
    }

    /**
     * What came in.
     *
     * @param body as it was filed
     */
    public record Arrival(FiledType type, Receipt receipt, Object body) {}

    /**
     * Keeps a filing under a new id; its facts come after it, within the same transaction. Refused with a
     * {@link Problem} where one of its texts may be a My Number.
     */
    public KeptFiling keep(Arrival arrival, MemberNumber member, EstablishmentNumber establishment) {
        Receipt receipt = arrival.receipt();
        Origin origin = origin();
        KeptFiling filing = new KeptFiling(
                Objects.requireNonNullElseGet(origin.id(), ids::next),
                arrival.type(),
                receipt.channel(),
                receipt.receivedOn(),
                establishment);
        FilingRow row = new FilingRow();
        row.id = filing.id();
        row.type = filing.type();
        row.channel = filing.channel();
        row.receivedOn = filing.receivedOn();
        row.memberNumber = member.value();
        row.establishmentNumber = establishment.value();
        row.decidedAt = clock.instant();
        row.decidedBy = origin.decidedBy();
        row.filedAt = Objects.requireNonNullElse(origin.filedAt(), row.decidedAt);
        row.filedBy = origin.filedBy();
        row.body = text(withoutMyNumber(json.valueToTree(arrival.body())));
        persist(row);
        return filing;
    }

    private static JsonNode withoutMyNumber(JsonNode body) {
        if (body.isTextual() && MyNumber.isTold(body.textValue())) {
            throw Problem.of(FilingProblem.MY_NUMBER_NOT_TAKEN);
        }
        body.forEach(FilingTable::withoutMyNumber);
        return body;
    }

    private String text(JsonNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A filing that is no JSON", fault);
        }
    }
}
