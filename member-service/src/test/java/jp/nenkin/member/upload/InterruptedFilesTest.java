package jp.nenkin.member.upload;

import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.enrolment;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.send;
import static jp.nenkin.member.upload.SentFiles.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
class InterruptedFilesTest {
    private static final int ROWS = 1_500;
    /** Ends the transaction that holds the turn of the establishment, as a killed process would. */
    private static final String KILL = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_locks
             WHERE locktype = 'advisory' AND granted
               AND (classid::bigint << 32 | objid::bigint) = hashtextextended('files/' || ?, 0)
            """;

    @BeforeEach
    void establishments() {
        Requests.establishments();
        LocalParts.asOfficer();
    }

    @ParameterizedTest
    @CsvSource({"ROW_BY_ROW, 3500001", "ALL_OR_NOTHING, 3500002"})
    void work_that_is_interrupted_again_and_again_loses_nothing_and_doubles_nothing(String mode, String site) {
        establishment(site);
        String[] rows = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = enrolment(site, "中断 " + i);
        }
        String id = send(LocalParts.asOfficer(), site, csv(rows), "mode", mode)
                .statusCode(202)
                .extract()
                .path("id");
        for (int interruption = 0; interruption < 3; interruption++) {
            await().atMost(Duration.ofSeconds(30)).until(() -> count(KILL, site) > 0);
        }
        JsonPath done = settled(id);
        assertThat(done.getString("state")).isEqualTo("PROCESSED");
        assertThat(done.getInt("counts.processed")).isEqualTo(ROWS);
        assertThat(count("SELECT count(*) FROM filing WHERE establishment_number = ?", site))
                .isEqualTo(ROWS);
        assertThat(count("SELECT count(DISTINCT filing_id) FROM filed_row_kept WHERE file = ?::uuid", id))
                .isEqualTo(ROWS);
        for (String told : new String[] {"MemberEnrolled", "FilingProcessed"}) {
            assertThat(count("""
                    SELECT count(*) FROM outbox
                     WHERE payload::json->>'establishmentNumber' = ? AND type LIKE '%.' || ? || '.%'
                    """, site, told)).as(told).isEqualTo(ROWS);
        }
    }
}
