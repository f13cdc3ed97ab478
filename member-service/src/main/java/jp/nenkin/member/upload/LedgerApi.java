package jp.nenkin.member.upload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.Plan;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the ledger is asked on a caller's behalf: the yen that facts would bring, which its rules alone know. */
@RegisterRestClient(configKey = "ledger")
@Path("/contribution-previews")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface LedgerApi {

    /**
     * What the facts would lead to.
     *
     * @param authorization the caller's own, since the ledger tells each what is his
     */
    @POST
    FactsAnswer preview(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, FactsBody body);

    /**
     * Facts in the order of their filing.
     *
     * @param establishmentNumber whose contributions are asked for
     */
    record FactsBody(String establishmentNumber, List<LedgerFact> facts) {}

    /** What each of them would lead to, in the same order. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FactsAnswer(YearMonth nextMonth, List<FactAnswer> facts) {}

    /**
     * What one fact would lead to.
     *
     * @param refusal the stable code of the ledger's rule that forbids it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FactAnswer(@Nullable String refusal, List<Line> lines, List<Regular> regular) {}

    /** A month's contribution or its correction, in yen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(Plan plan, YearMonth month, long amount) {}

    /** What the next month brings without and with the fact, in yen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Regular(Plan plan, long before, long after) {}
}
