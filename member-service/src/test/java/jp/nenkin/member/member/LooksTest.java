package jp.nenkin.member.member;

import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.establishments;
import static jp.nenkin.member.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

/** A member sees who looked at his record, and not that he did himself. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class LooksTest {
    @Test
    void officers_and_employers_who_read_the_record_are_told_to_its_member() {
        establishments();
        String member = enrolled();
        get(LocalParts.asOfficer(), "/members/" + member).statusCode(200);
        get(LocalParts.asEstablishment(FIRST_ONLY), "/members/" + member).statusCode(200);
        get(LocalParts.asMember(member), "/members/" + member).statusCode(200);

        List<Map<String, Object>> looks = get(LocalParts.asMember(member), "/members/" + member + "/looks")
                .statusCode(200)
                .extract()
                .path("looks");

        assertThat(looks)
                .extracting(
                        look -> look.get("role") + " " + look.get("establishmentNumber") + " " + look.get("operation"))
                .containsExactly(
                        "establishment " + FIRST_ONLY + " GET /members/{memberNumber}",
                        "officer null GET /members/{memberNumber}",
                        "officer null POST /filings/enrolments");
    }
}
