package jp.nenkin.ledger.openapi;

import static jp.nenkin.ledger.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.Requests;
import org.junit.jupiter.api.Test;

/** Ready means: the database answers, member.events is listened to, and the migrations ran before. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class HealthTest {

    @Test
    void it_is_ready_with_its_database_and_its_topic() {
        get(Requests.anonymous(), "/q/health/ready")
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.status", everyItem(equalTo("UP")))
                .body(
                        "checks.name",
                        hasItems("Database connections health check", "SmallRye Reactive Messaging - readiness check"))
                .body("checks.data", hasItem(hasKey("member-events")));
        assertThat(Sql.column("select script from flyway_schema_history where success and version is not null"))
                .contains(
                        "db/kit/V0_1__kit.sql",
                        "db/migration/V1__journal.sql",
                        "db/migration/V2__run.sql",
                        "db/migration/V3__rate.sql");
        get(Requests.anonymous(), "/q/health/live").statusCode(200).body("status", equalTo("UP"));
    }
}
