package jp.nenkin.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.junit.jupiter.api.Test;

/** Ready means: the database answers, and the migrations ran before. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class HealthTest {

    @Test
    void it_is_ready_with_its_database() throws SQLException {
        RestAssured.given()
                .spec(LocalParts.anonymous())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.status", everyItem(equalTo("UP")));
        RestAssured.given()
                .spec(LocalParts.anonymous())
                .get("/q/health/live")
                .then()
                .statusCode(200);
        assertThat(Sql.column("select script from flyway_schema_history where success and version is not null"))
                .contains(
                        "db/kit/V0_1__kit.sql",
                        "db/outbox/V0_2__outbox.sql",
                        "db/migration/V1__contact.sql",
                        "db/migration/V2__edge_session.sql");
    }
}
