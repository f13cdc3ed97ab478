package jp.nenkin.auth.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Changes in Keycloak that follow from facts: written with the fact, made so afterwards. */
@ApplicationScoped
public class KeycloakChanges {
    private final KeycloakChangeTable table;
    private final Clock clock;

    KeycloakChanges(KeycloakChangeTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Leaves a change within the caller's transaction; those of one person are made in this order.
     *
     * @param id Keycloak's id of the person
     * @param cause what it follows from, for who looks later: the name of the fact and its id, nothing personal
     */
    public void leave(Realm realm, String id, Change change, String cause) {
        table.insert(new KeycloakChangeTable.Left(realm, id, change, cause), clock.instant());
    }
}
