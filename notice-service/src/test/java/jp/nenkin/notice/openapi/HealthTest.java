package jp.nenkin.notice.openapi;

import static jp.nenkin.notice.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Ready means: the database answers, three topics are listened to, and the migrations ran before. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class HealthTest {

    @Test
    void it_is_ready_with_its_database_and_its_topics() {
        get(LocalParts.anonymous(), "/q/health/ready")
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.status", everyItem(equalTo("UP")))
                .body(
                        "checks.name",
                        hasItems("Database connections health check", "SmallRye Reactive Messaging - readiness check"))
                .body("checks.data", hasItem(hasKey("ledger-events")))
                .body("checks.data", hasItem(hasKey("member-profile")))
                .body("checks.data", hasItem(hasKey("auth-contact")));
        assertThat(Sql.column("SELECT script FROM flyway_schema_history WHERE success AND version IS NOT NULL"))
                .contains(
                        "db/kit/V0_1__kit.sql",
                        "db/outbox/V0_2__outbox.sql",
                        "db/migration/V1__balances.sql",
                        "db/migration/V2__addressees.sql",
                        "db/migration/V3__messages.sql",
                        "db/migration/V4__rights.sql");
        get(LocalParts.anonymous(), "/q/health/live").statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void plain_http_is_not_spoken() {
        String port = ConfigProvider.getConfig().getValue("nenkin.http.port", String.class);
        URI plain = URI.create("http://localhost:" + port + "/q/health/live");
        assertThatThrownBy(() -> RestAssured.get(plain)).isInstanceOf(IOException.class);
    }
}
