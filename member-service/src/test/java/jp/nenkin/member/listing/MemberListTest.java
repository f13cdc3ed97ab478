package jp.nenkin.member.listing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class MemberListTest {
    private static final String SITE = "4400001";
    private static final String OTHER_SITE = "4400002";
    private static final String WALKED_SITE = "4400003";

    @BeforeEach
    void establishments() {
        Requests.establishment(SITE);
        Requests.establishment(OTHER_SITE);
        Requests.establishment(WALKED_SITE);
    }

    @Test
    void a_name_is_found_by_any_part_in_any_variant_width_and_kana() {
        String member = enrolled(named("髙﨑 一郎", "ﾀｶｻｷ ｲﾁﾛｳ", SITE));
        String elsewhere = enrolled(named("高崎 花子", "タカサキ ハナコ", OTHER_SITE));
        for (String written : List.of("高崎", "髙﨑", "崎一", "一郎", "高崎 一郎", "たかさき", "タカサキ", "ﾀｶｻｷ", "サキイチ")) {
            search(LocalParts.asEstablishment(SITE), "name", written)
                    .statusCode(200)
                    .body("members.memberNumber", hasItem(member))
                    .body("members.memberNumber", not(hasItem(elsewhere)));
        }
        search(LocalParts.asOfficer(), "name", "たかさき", "limit", 500)
                .body("members.memberNumber", hasItem(member))
                .body("members.memberNumber", hasItem(elsewhere));
        search(LocalParts.asOfficer(), "name", "高崎 一郎", "establishmentNumber", OTHER_SITE)
                .body("members", empty());
        refused(search(LocalParts.asOfficer(), "name", "・"), 422, "name-without-letters");
    }

    @Test
    void who_has_another_name_is_found_by_it_and_no_more_by_the_former() {
        String member = enrolled(named("旧姓 恵", "キユウセイ メグミ", SITE));
        post(
                        LocalParts.asOfficer(),
                        "/filings/name-changes",
                        body(
                                "establishmentNumber",
                                SITE,
                                "memberNumber",
                                member,
                                "newName",
                                "渡邉 恵",
                                "newNameKana",
                                "ワタナベ メグミ",
                                "changedOn",
                                "2024-06-01",
                                "channel",
                                "DATA"))
                .statusCode(201);
        search(LocalParts.asEstablishment(SITE), "name", "旧姓").body("members", empty());
        search(LocalParts.asEstablishment(SITE), "name", "渡辺").body("members.memberNumber", contains(member));
        search(LocalParts.asOfficer(), "name", "わたなべめぐ").body("members.memberNumber", hasItem(member));
    }

    @Test
    void members_are_listed_by_number_standing_days_and_plan() {
        String stays = enrolled(but(named("残留 太郎", null, SITE), "insuredNumber", "77", "acquiredOn", "2016-05-01"));
        String gone = enrolled(but(named("退職 太郎", null, SITE), "acquiredOn", "2016-05-02"));
        post(
                        LocalParts.asOfficer(),
                        "/filings/losses",
                        but(loss(gone, LocalDate.of(2024, 10, 16)), "establishmentNumber", SITE))
                .statusCode(201);
        RequestSpecification own = LocalParts.asEstablishment(SITE);
        String acquired = "/members?acquiredFrom=2016-05-01&acquiredUntil=2016-05-02";
        get(own, acquired)
                .statusCode(200)
                .body("members.memberNumber", contains(stays))
                .body("members[0].insuredNumber", equalTo("77"))
                .body("members[0].establishmentNumber", equalTo(SITE));
        get(own, acquired + "&standing=LOST")
                .body("members.memberNumber", contains(gone))
                .body("members[0].lostOn", equalTo("2024-10-16"))
                .body("members[0].cause", equalTo("RETIREMENT"));
        get(own, acquired + "&on=2024-10-15").body("members.memberNumber", contains(stays, gone));
        get(own, acquired + "&on=2024-10-16").body("members.memberNumber", contains(stays));
        get(own, acquired + "&on=2016-05-01").body("members.memberNumber", contains(stays));
        get(own, acquired + "&standing=ALL&plan=FIRST").body("members.memberNumber", contains(stays, gone));
        get(own, acquired + "&standing=ALL&plan=SECOND").body("members", empty());
        get(own, acquired + "&insuredNumber=000077").body("members.memberNumber", contains(stays));
        get(own, "/members?standing=ALL&lostFrom=2024-10-16&lostUntil=2024-10-16")
                .body("members.memberNumber", contains(gone));
        get(LocalParts.asOfficer(), "/members?standing=ALL&memberNumber=" + Long.parseLong(gone))
                .body("members.memberNumber", contains(gone));
    }

    @Test
    void a_walk_meets_everybody_once_while_others_are_added() {
        List<String> present = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            present.add(enrolled(named("歩 " + "一二三四五".charAt(i), null, WALKED_SITE)));
        }
        List<String> met = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = search(LocalParts.asEstablishment(WALKED_SITE), "name", "歩", "limit", 2, "cursor", cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            met.addAll(page.getList("members.memberNumber", String.class));
            cursor = page.getString("next");
            if (met.size() < present.size()) {
                enrolled(named("歩 追加" + "一二三四五".charAt(met.size()), null, WALKED_SITE));
            }
        } while (cursor != null);
        assertThat(met).doesNotHaveDuplicates().containsAll(present).isSorted();
    }

    @Test
    void an_export_has_all_of_a_list_and_no_formula() {
        String member = enrolled(named("=式 太郎", "シキ タロウ", SITE));
        String elsewhere = enrolled(named("=式 花子", "シキ ハナコ", OTHER_SITE));
        byte[] table = RestAssured.given()
                .spec(LocalParts.asEstablishment(SITE))
                .body(body("name", "式"))
                .post("/members/export")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .extract()
                .asByteArray();
        assertThat(new String(table, StandardCharsets.UTF_8))
                .startsWith("\uFEFF加入者番号,氏名,氏名カナ,生年月日,事業所番号,被保険者整理番号,資格取得日,資格喪失日,喪失理由\r\n")
                .contains("\r\n" + member + ",'=式 太郎,シキ タロウ,1985-05-05," + SITE + ",,2015-04-01,,\r\n")
                .doesNotContain(elsewhere);
    }

    @Test
    void an_establishment_lists_its_own_alone_and_a_member_nobody() {
        Map<String, Object> other = body("establishmentNumber", OTHER_SITE);
        refused(get(LocalParts.asEstablishment(SITE), "/members?establishmentNumber=" + OTHER_SITE), 403, "forbidden");
        refused(post(LocalParts.asEstablishment(SITE), "/members/search", other), 403, "forbidden");
        refused(post(LocalParts.asEstablishment(SITE), "/members/export", other), 403, "forbidden");
        refused(get(LocalParts.asMember("0000000001"), "/members"), 403, "forbidden");
        refused(search(LocalParts.asMember("0000000001"), "name", "高崎"), 403, "forbidden");
        refused(post(LocalParts.asMember("0000000001"), "/members/export", body()), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "/members"), 401, "unauthorized");
        refused(post(LocalParts.anonymous(), "/members/export", body()), 401, "unauthorized");
        refused(get(LocalParts.asOfficer(), "/members?limit=501"), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/members?cursor=1"), 400, "invalid");
        refused(search(LocalParts.asOfficer(), "name", ""), 400, "invalid");
    }

    @Test
    void whatever_is_asked_the_database_shows_a_caller_no_others() throws SQLException {
        String own = enrolled(named("漏洩 太郎", "ロウエイ タロウ", SITE));
        String others = enrolled(named("漏洩 花子", "ロウエイ ハナコ", OTHER_SITE));
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            assertThat(called(service, "", "", "")).isEmpty();
            assertThat(called(service, "establishment", SITE, "")).containsExactly(own);
            assertThat(called(service, "member", "", others)).containsExactly(others);
            assertThat(called(service, "officer", "", "")).containsExactlyInAnyOrder(own, others);
            assertThat(refusal(service, "SELECT * FROM searched_name")).contains("permission denied");
        }
        try (Connection service = LocalParts.databaseAsService()) {
            assertThat(refusal(service, "SELECT members_called('漏洩', '', 10)")).contains("permission denied");
        }
    }

    private static List<String> called(Connection service, String role, String establishment, String member)
            throws SQLException {
        try (PreparedStatement set = service.prepareStatement("""
                SELECT set_config('app.role', ?, true), set_config('app.establishment', ?, true),
                       set_config('app.member', ?, true)
                """)) {
            set.setString(1, role);
            set.setString(2, establishment);
            set.setString(3, member);
            set.execute();
        }
        try (PreparedStatement select = service.prepareStatement("""
                        SELECT member_number FROM listed_memberships('漏洩', null, null, null, null, 'ALL', '2025-01-01',
                            null, null, null, null, null, null, null, 100)
                        """);
                ResultSet rows = select.executeQuery()) {
            List<String> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers;
        }
    }

    private static String refusal(Connection service, String sql) {
        try (PreparedStatement select = service.prepareStatement(sql)) {
            select.execute();
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static ValidatableResponse search(RequestSpecification caller, @Nullable Object... namesAndValues) {
        return post(caller, "/members/search", UUID.randomUUID().toString(), body(namesAndValues));
    }

    private static Map<String, Object> named(String name, @Nullable String kana, String establishment) {
        return but(enrolment(), "name", name, "nameKana", kana, "establishmentNumber", establishment);
    }
}
