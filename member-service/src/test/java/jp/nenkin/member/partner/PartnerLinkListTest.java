package jp.nenkin.member.partner;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.put;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class PartnerLinkListTest {
    private static final String PATH = "/partner-links";

    @Test
    void officers_set_what_everybody_signed_in_is_led_to_today() {
        put(LocalParts.asOfficer(), PATH, links(List.of(link("Former")))).statusCode(200);
        Map<String, Object> ahead = but(link("Ahead"), "from", today().plusDays(1));
        Map<String, Object> over = but(link("Over"), "until", today().minusDays(1));
        put(LocalParts.asOfficer(), PATH, links(List.of(link("Two"), ahead, over, link("One"))))
                .statusCode(200);
        get(LocalParts.asMember("0000000001"), PATH).statusCode(200).body("links.titleEnglish", contains("Two", "One"));
        get(LocalParts.asEstablishment("4400001"), PATH).body("links.titleEnglish", contains("Two", "One"));
        get(LocalParts.asOfficer(), PATH).body("links.titleEnglish", contains("Two", "Ahead", "Over", "One"));
    }

    @Test
    void nobody_else_sets_links_and_none_leads_astray() {
        Map<String, Object> links = links(List.of(link("One")));
        refused(put(LocalParts.asEstablishment("4400001"), PATH, links), 403, "forbidden");
        refused(put(LocalParts.asMember("0000000001"), PATH, links), 403, "forbidden");
        refused(put(LocalParts.anonymous(), PATH, links), 401, "unauthorized");
        refused(get(LocalParts.anonymous(), PATH), 401, "unauthorized");
        refused(
                put(LocalParts.asOfficer(), PATH, links(List.of(but(link("One"), "url", "javascript:alert(1)")))),
                422,
                "link-not-https");
    }

    private static Map<String, Object> links(List<Map<String, Object>> links) {
        return body("links", links);
    }

    private static Map<String, Object> link(String title) {
        return body("titleJapanese", "提携サービス", "titleEnglish", title, "url", "https://partner.example/");
    }
}
