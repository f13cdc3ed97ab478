package jp.nenkin.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes ids; the only place that draws random ones. */
@ApplicationScoped
public class Ids {
    public UUID next() {
        return UUID.randomUUID();
    }
}
