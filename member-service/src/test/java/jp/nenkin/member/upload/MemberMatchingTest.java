package jp.nenkin.member.upload;

import static jp.nenkin.member.upload.SentFiles.change;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.enrolment;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.row;
import static jp.nenkin.member.upload.SentFiles.rows;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class MemberMatchingTest {
    private static final String NUMBERED = "UPDATE membership SET insured_number = ?::integer WHERE member_number = ?";
    private static final String PENSIONED = "UPDATE profile SET basic_pension_number = ? WHERE member_number = ?";
    private static final String CALLED = "UPDATE profile SET name_kana = ? WHERE member_number = ?";

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void a_row_is_matched_by_each_number_and_by_the_folded_name() {
        String site = establishment("3400001");
        List<String> members = enrolled(site, "髙﨑 一", "髙﨑 二", "髙﨑 三", "髙﨑 四");
        change(NUMBERED, "000012", members.get(1));
        change(PENSIONED, "1234567890", members.get(2));
        JsonPath done = settled(
                site,
                csv(
                        loss(site, "memberNumber", String.valueOf(Long.parseLong(members.get(0)))),
                        loss(site, "insuredNumber", "12"),
                        loss(site, "basicPensionNumber", "1234-567890"),
                        loss(site, "name", "高崎　四", "birthDate", "1985-05-05")),
                "mode",
                "ROW_BY_ROW");
        assertThat(rows(done).getList("rows.memberNumber")).isEqualTo(members);
    }

    @Test
    void what_does_not_agree_with_the_number_is_returned() {
        String site = establishment("3400002");
        List<String> members = enrolled(site, "一致 一", "一致 二", "一致 三");
        change(NUMBERED, "7", members.get(0));
        change(NUMBERED, "07", members.get(1));
        change(CALLED, "ｲｯﾁ ｻﾝ", members.get(2));
        String third = members.get(2);
        JsonPath done = settled(
                site,
                csv(
                        loss(site, "insuredNumber", "7"),
                        loss(site, "memberNumber", third, "birthDate", "1985-05-06"),
                        loss(site, "memberNumber", third, "name", "一致 四"),
                        loss(site, "memberNumber", third, "nameKana", "イッチ ヨン"),
                        loss(site, "name", "一致 三", "birthDate", "1985-05-06"),
                        loss(site, "memberNumber", third, "nameKana", "イツチ サン")),
                "mode",
                "ROW_BY_ROW");
        assertThat(told(done))
                .containsExactly(
                        "2 RETURNED several-members-match",
                        "3 RETURNED birth-date-differs",
                        "4 RETURNED name-differs",
                        "5 RETURNED name-differs",
                        "6 RETURNED member-not-matched",
                        "7 PROCESSED");
    }

    @Test
    void members_of_other_establishments_are_not_matched() {
        String site = establishment("3400003");
        String other = establishment("3400004");
        String member = enrolled(site, "よその 人").getFirst();
        JsonPath done = settled(
                other,
                csv(loss(other, "memberNumber", member), loss(other, "name", "よその 人", "birthDate", "1985-05-05")),
                "mode",
                "ROW_BY_ROW");
        assertThat(told(done)).containsExactly("2 RETURNED member-not-matched", "3 RETURNED member-not-matched");
    }

    @Test
    void who_comes_back_is_known_by_the_number_or_the_basic_pension_number() {
        String site = establishment("3400005");
        List<String> members = enrolled(site, "復帰 一", "復帰 二");
        change(PENSIONED, "2234567890", members.get(1));
        settled(site, csv(loss(site, "memberNumber", members.get(0)), loss(site, "memberNumber", members.get(1))));
        JsonPath back = settled(
                site,
                csv(
                        enrolment(site, "復帰 一")
                                .replace("2015-04-01", "2025-05-01")
                                .replace("Enrolment," + site + ",", "Enrolment," + site + "," + members.get(0)),
                        enrolment(site, "復帰 二")
                                .replace("2015-04-01", "2025-05-01")
                                .replace("Enrolment," + site + ",,,", "Enrolment," + site + ",,,2234567890")));
        assertThat(rows(back).getList("rows.memberNumber")).isEqualTo(members);
    }

    private static String loss(String site, String... who) {
        String[] values = new String[who.length + 4];
        System.arraycopy(who, 0, values, 0, who.length);
        System.arraycopy(new String[] {"lostOn", "2025-04-01", "cause", "RETIREMENT"}, 0, values, who.length, 4);
        return row("Loss", site, values);
    }

    private static List<String> enrolled(String site, String... names) {
        String[] lines = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            lines[i] = enrolment(site, names[i]);
        }
        return rows(settled(site, csv(lines))).getList("rows.memberNumber");
    }
}
