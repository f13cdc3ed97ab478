package jp.nenkin.ledger.intake;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.ESTABLISHMENT;
import static jp.nenkin.ledger.MemberEvents.enrolled;
import static jp.nenkin.ledger.MemberEvents.filed;
import static jp.nenkin.ledger.MemberEvents.lost;
import static jp.nenkin.ledger.MemberEvents.raised;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a filing would cost is what it then costs. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class ContributionPreviewTest {
    private static final String ANOTHER = "1000002";

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void facts_of_one_member_build_on_each_other_and_bring_what_they_bring_when_filed() {
        String member = "0000006101";
        MemberEvent joins = enrolled(member, "2024-11-05");
        MemberEvent rises = raised(
                member, "2025-04-01", 340_000, filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-15"));
        MemberEvent leaves = lost(member, "2026-02-16");

        ValidatableResponse told = preview(LocalParts.asEstablishment(ESTABLISHMENT), joins, rises, leaves)
                .statusCode(200)
                .body("facts.accepted", equalTo(List.of(true, true, true)))
                .body("facts.refusal", equalTo(Arrays.asList(null, null, null)));
        assertThat(told.extract().<String>path("nextMonth")).isEqualTo("2025-06");
        assertThat(told.extract().<List<Object>>path("facts[0].regular"))
                .isEqualTo(List.of(Map.of("plan", "FIRST", "before", 0, "after", 3_300)));
        assertThat(told.extract().<List<Object>>path("facts[1].regular"))
                .isEqualTo(List.of(Map.of("plan", "FIRST", "before", 3_300, "after", 3_740)));
        assertThat(told.extract().<List<Object>>path("facts[2].regular"))
                .isEqualTo(List.of(Map.of("plan", "FIRST", "before", 3_740, "after", 0)));

        say(joins);
        say(rises);
        say(leaves);
        Map<String, Integer> posted = byMonth(get("/members/" + member + "/accounts/FIRST/0/history")
                .extract()
                .jsonPath()
                .getList("events.findAll { it.type.contains('Contribution') }.data"));
        assertThat(byMonth(told.extract().jsonPath().getList("facts.lines.flatten()")))
                .isEqualTo(posted);
        assertThat(posted)
                .containsEntry("2024-11", 3_300)
                .containsEntry("2025-04", 3_740)
                .containsEntry("2026-01", 3_740)
                .doesNotContainKey("2026-02");
    }

    private static Map<String, Integer> byMonth(List<Map<String, Object>> lines) {
        Map<String, Integer> amounts = new TreeMap<>();
        lines.forEach(line -> amounts.merge((String) line.get("month"), (Integer) line.get("amount"), Integer::sum));
        return amounts;
    }

    @Test
    void a_fact_that_the_rules_forbid_costs_nothing_and_says_why() {
        preview(LocalParts.asOfficer(), lost("0000006109", "2025-04-16"))
                .statusCode(200)
                .body("facts[0].accepted", equalTo(false))
                .body("facts[0].refusal", equalTo("account-not-open"))
                .body("facts[0].lines", empty())
                .body("facts[0].regular", empty());
    }

    @Test
    void an_establishment_asks_about_its_own_members_alone() {
        String member = "0000006102";
        say(enrolled(member, "2024-11-05"));
        MemberEvent change = raised(
                member, "2025-04-01", 320_000, filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-15"));
        MemberEvent cancel = new FilingCancelled(
                member,
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                filed(FilingType.CANCELLATION, FilingChannel.DATA, "2026-06-15"));
        for (MemberEvent fact : List.of(change, cancel, lost(member, "2026-02-16"), enrolled(member, "2026-03-01"))) {
            refused(preview(LocalParts.asEstablishment(ANOTHER), fact), 403, "forbidden");
            refused(preview(LocalParts.asMember(member), fact), 403, "forbidden");
        }
        preview(LocalParts.asEstablishment(ESTABLISHMENT), change)
                .statusCode(200)
                .body("facts[0].refusal", nullValue())
                .body("facts[0].lines.month", equalTo(List.of("2025-04", "2025-05")))
                .body("facts[0].lines.amount", equalTo(List.of(220, 220)));
    }

    @Test
    void an_officer_asks_for_one_establishment_or_for_all() {
        String member = "0000006103";
        MemberEvent joins = enrolled(member, "2025-04-01");
        ask(null, joins).body("facts[0].lines.month", equalTo(List.of("2025-04", "2025-05")));
        ask(ESTABLISHMENT, joins).body("facts[0].lines.month", equalTo(List.of("2025-04", "2025-05")));
        ask(ANOTHER, joins)
                .body("facts[0].accepted", equalTo(true))
                .body("facts[0].lines", empty())
                .body("facts[0].regular", empty());
    }

    private static ValidatableResponse ask(@Nullable String establishment, MemberEvent fact) {
        Map<String, Object> body = new HashMap<>(Map.of("facts", bodies(fact)));
        body.put("establishmentNumber", establishment);
        return post(LocalParts.asOfficer(), "/contribution-previews", body).statusCode(200);
    }

    @Test
    void no_fact_or_too_many_are_refused() {
        MemberEvent fact = lost("0000006109", "2025-04-16");
        MemberEvent[] many = new MemberEvent[1_001];
        Arrays.fill(many, fact);
        refused(preview(LocalParts.asOfficer()), 400, "invalid");
        refused(preview(LocalParts.asOfficer(), many), 400, "invalid");
    }

    private static ValidatableResponse preview(RequestSpecification caller, MemberEvent... facts) {
        return post(caller, "/contribution-previews", Map.of("facts", bodies(facts)));
    }

    private static List<Map<String, Object>> bodies(MemberEvent... facts) {
        return Arrays.stream(facts)
                .map(fact -> Map.of("kind", kind(fact), "fact", (Object)
                        EventJson.mapper().convertValue(fact, new TypeReference<Map<String, Object>>() {})))
                .toList();
    }

    /** MemberEnrolled is MEMBER_ENROLLED. */
    private static String kind(MemberEvent fact) {
        return fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(java.util.Locale.ROOT);
    }
}
