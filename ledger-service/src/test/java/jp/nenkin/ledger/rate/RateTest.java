package jp.nenkin.ledger.rate;

import static jp.nenkin.ledger.Officers.approve;
import static jp.nenkin.ledger.Officers.propose;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static jp.nenkin.ledger.Requests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.Database;
import jp.nenkin.ledger.JuneOf2026;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Rates over HTTP, with four eyes down to the database. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class RateTest {
    private static final String RATE_OF = "find { it.fiscalYear == %d }.";

    @Test
    void one_officer_proposes_and_another_approves() {
        String id = propose(2051, "1.5")
                .statusCode(201)
                .header("Location", notNullValue())
                .body("rate", equalTo("1.5"))
                .body("approvedBy", nullValue())
                .extract()
                .path("id");
        get("/rates").statusCode(200).body(RATE_OF.formatted(2051) + "rate", nullValue());
        refused(post(LocalParts.asOfficer(), "/rate-proposals/" + id + "/approval", ""), 409, "same-officer");
        String proposer = approve(id)
                .statusCode(200)
                .body("approvedAt", notNullValue())
                .extract()
                .path("proposedBy");
        get("/rates")
                .body(RATE_OF.formatted(2051) + "rate", equalTo("1.5"))
                .body(RATE_OF.formatted(2051) + "proposedBy", equalTo(proposer))
                .body(RATE_OF.formatted(2051) + "approvedBy", not(equalTo(proposer)));
        List<ConsumerRecord<String, byte[]>> published = LocalParts.read(
                Topics.LEDGER_EVENTS,
                Duration.ofSeconds(20),
                records -> records.stream().anyMatch(RateTest::isOf2051));
        assertThat(published.stream().filter(RateTest::isOf2051)).hasSize(1);
    }

    private static boolean isOf2051(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8).contains("\"fiscalYear\":2051,\"rate\":\"1.5\"");
    }

    @Test
    void a_year_has_one_approved_rate() {
        String id = propose(2052, "1.5").statusCode(201).extract().path("id");
        String other = propose(2052, "1.6").statusCode(201).extract().path("id");
        approve(id).statusCode(200);
        refused(approve(id), 409, "rate-already-approved");
        refused(approve(other), 409, "rate-already-approved");
        refused(propose(2052, "1.7"), 409, "rate-already-approved");
    }

    @Test
    void an_approval_repeated_with_its_key_is_the_same_approval() {
        String path = "/rate-proposals/" + propose(2053, "0.0").extract().path("id") + "/approval";
        String key = UUID.randomUUID().toString();
        String first = post(LocalParts.asOtherOfficer(), path, key, "")
                .statusCode(200)
                .extract()
                .asString();
        assertThat(post(LocalParts.asOtherOfficer(), path, key, "")
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void a_rate_has_one_decimal_and_lies_between_0_and_5() {
        propose(2054, "5.0").statusCode(201);
        refused(propose(2054, "5.1"), 422, "rate-out-of-range");
        refused(propose(2054, "3.70"), 400, "invalid");
        refused(propose(2054, "-1.0"), 400, "invalid");
        refused(propose(1999, "1.0"), 400, "invalid");
    }

    @Test
    void what_was_never_proposed_is_not_found() {
        refused(approve(UUID.randomUUID().toString()), 404, "not-found");
        refused(approve("17"), 400, "bad-request");
    }

    @Test
    void the_database_too_wants_four_eyes_and_one_rate_a_year() throws SQLException {
        String id = propose(2055, "1.0").extract().path("id");
        assertThatThrownBy(() -> Database.run("update rate_proposal set approved_by = proposed_by,"
                        + " approver_name = 'a', approved_at = now() where id = '" + id + "'"))
                .hasMessageContaining("four_eyes");
        String other = propose(2055, "2.0").extract().path("id");
        approve(id).statusCode(200);
        assertThatThrownBy(() -> Database.run("update rate_proposal set approved_by = 'a',"
                        + " approver_name = 'a', approved_at = now() where id = '" + other + "'"))
                .hasMessageContaining("one_rate_a_year");
        assertThat(Database.column("select tenths_of_percent from rate_proposal where fiscal_year = 2055"
                        + " and approved_by is not null"))
                .containsExactly("10");
    }
}
