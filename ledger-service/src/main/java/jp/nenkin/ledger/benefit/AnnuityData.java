package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.nenkin.events.EventJson;

/** The annuity figures of the plan data that the service was built with. */
@ApplicationScoped
class AnnuityData {
    private static final String RESOURCE = "/plan-terms.json";

    private final AnnuityTerms terms = read();

    AnnuityTerms terms() {
        return terms;
    }

    /** The part of the plan data that is about annuities. */
    private record WithAnnuities(AnnuityTerms annuities) {}

    static AnnuityTerms read() {
        try (InputStream in = AnnuityData.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return EventJson.mapper().readValue(in, WithAnnuities.class).annuities();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
