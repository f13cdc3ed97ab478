package jp.nenkin.member.history;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ProfileHistoryTest {
    private static final String SITE = "4400021";
    private static final String OTHER_SITE = "4400022";

    @BeforeEach
    void establishments() {
        Requests.establishment(SITE);
        Requests.establishment(OTHER_SITE);
    }

    @Test
    void every_change_is_told_since_when_and_by_whom() {
        String member = enrolled(
                but(enrolment(), "establishmentNumber", SITE, "name", "年金 恵", "basicPensionNumber", "4512347890"));
        Map<String, Object> name = aboutMember(member, "newName", "渡邉 恵", "changedOn", "2024-06-01");
        post(LocalParts.asEstablishment(SITE), "/filings/name-changes", name).statusCode(201);
        apply(member, "addressChange", body("postcode", "1000013", "address", "東京都", "changedOn", "2024-06-02"));
        apply(
                member,
                "bankAccountChange",
                body(
                        "bankCode",
                        "0001",
                        "branchCode",
                        "234",
                        "kind",
                        "SAVINGS",
                        "number",
                        "1234567",
                        "holder",
                        "ネンキン"));
        history(LocalParts.asOfficer(), member)
                .body("changes.type", contains("ENROLMENT", "NAME_CHANGE", "ADDRESS_CHANGE", "BANK_ACCOUNT_CHANGE"))
                .body("changes.since", contains("2015-04-01", "2024-06-01", "2024-06-02", null))
                .body("changes[0].person.name", equalTo("年金 恵"))
                .body("changes[0].person.basicPensionNumber", equalTo("4512347890"))
                .body("changes[1].person.name", equalTo("渡邉 恵"))
                .body("changes[1].filedBy", notNullValue())
                .body("changes[2].home.address", equalTo("東京都"))
                .body("changes[2].by", equalTo("MEMBER"))
                .body("changes[3].account.number", equalTo("****567"));
        history(LocalParts.asMember(member), member)
                .body("changes.size()", equalTo(4))
                .body("changes[0].person.basicPensionNumber", equalTo("******7890"))
                .body("changes[1].filedBy", nullValue());
        history(LocalParts.asEstablishment(SITE), member)
                .body("changes.type", contains("ENROLMENT", "NAME_CHANGE"))
                .body("changes[0].person.basicPensionNumber", not(equalTo("4512347890")));
    }

    @Test
    void who_may_not_see_the_member_sees_no_history() {
        String member = enrolled(but(enrolment(), "establishmentNumber", SITE));
        String path = "/members/" + member + "/profile/history";
        refused(get(LocalParts.asEstablishment(OTHER_SITE), path), 403, "forbidden");
        refused(get(LocalParts.asMember("9999999999"), path), 403, "forbidden");
        refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
        refused(get(LocalParts.asOfficer(), "/members/9999999999/profile/history"), 404, "not-found");
    }

    private static ValidatableResponse history(RequestSpecification caller, String member) {
        return get(caller, "/members/" + member + "/profile/history").statusCode(200);
    }

    private static void apply(String member, String what, Map<String, Object> content) {
        post(LocalParts.asMember(member), "/members/" + member + "/applications", body(what, content))
                .statusCode(201);
    }

    private static Map<String, Object> aboutMember(String member, Object... namesAndValues) {
        return but(body("establishmentNumber", SITE, "memberNumber", member, "channel", "DATA"), namesAndValues);
    }
}
