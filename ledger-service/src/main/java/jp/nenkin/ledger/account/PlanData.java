package jp.nenkin.ledger.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.nenkin.events.EventJson;

/** The plan data that the service was built with. */
@ApplicationScoped
public class PlanData {
    private static final String RESOURCE = "/plan-terms.json";

    private final PlanTerms terms = read();

    public PlanTerms terms() {
        return terms;
    }

    /** The same data for whoever runs the rules without the service: benchmarks. */
    public static PlanTerms read() {
        try (InputStream in = PlanData.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return EventJson.mapper().readValue(in, PlanTerms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
