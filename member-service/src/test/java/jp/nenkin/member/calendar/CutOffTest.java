package jp.nenkin.member.calendar;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class CutOffTest {
    private static final List<Map<String, Object>> NOTICE_OF_2019 = List.of(
            cutOff("LOSS", "PAPER", "2020-04-30"),
            cutOff("LOSS", "DATA", "2020-05-01"),
            cutOff("ENROLMENT", "PAPER", "2020-04-02"),
            cutOff("ENROLMENT", "DATA", "2020-04-03"),
            cutOff("BASE_SALARY_CHANGE", "PAPER", "2020-04-02"),
            cutOff("BASE_SALARY_CHANGE", "DATA", "2020-04-03"));
    private static final List<Map<String, Object>> NOTICE_OF_2024 = Stream.of("LOSS", "ENROLMENT", "BASE_SALARY_CHANGE")
            .flatMap(type -> Stream.of("PAPER", "DATA").map(channel -> cutOff(type, channel, "2025-04-21")))
            .toList();

    @Test
    void the_cut_offs_of_2019_differ_by_type_and_channel_and_are_read_in_the_order_of_their_days() {
        set(2019, NOTICE_OF_2019).statusCode(200);
        get(LocalParts.asEstablishment("1000001"), "/cut-offs/2019")
                .statusCode(200)
                .body("fiscalYear", equalTo(2019))
                .body("cutOffs", hasSize(6))
                .body("cutOffs[0].lastDay", equalTo("2020-04-02"))
                .body("cutOffs.find { it.type == 'LOSS' && it.channel == 'PAPER' }.lastDay", equalTo("2020-04-30"))
                .body("cutOffs.find { it.type == 'LOSS' && it.channel == 'DATA' }.lastDay", equalTo("2020-05-01"))
                .body("cutOffs[5].lastDay", equalTo("2020-05-01"));
    }

    @Test
    void the_cut_offs_of_2024_are_one_day_for_all() {
        set(2024, NOTICE_OF_2024)
                .statusCode(200)
                .body("cutOffs", hasSize(6))
                .body("cutOffs.lastDay", everyItem(equalTo("2025-04-21")));
    }

    @Test
    void what_is_set_takes_the_place_of_what_was_and_the_same_again_changes_nothing() {
        set(2030, List.of(cutOff("LOSS", "DATA", "2031-04-21"), cutOff("LOSS", "PAPER", "2031-04-18")))
                .statusCode(200);
        set(2030, List.of(cutOff("LOSS", "PAPER", "2031-04-18"), cutOff("LOSS", "DATA", "2031-04-21")))
                .statusCode(200)
                .body("cutOffs", hasSize(2));
        assertThat(revisions(2030)).isEqualTo(1);
        set(2030, List.of(cutOff("LOSS", "DATA", "2031-04-22"))).statusCode(200);
        get(LocalParts.asOfficer(), "/cut-offs/2030")
                .body("cutOffs", hasSize(1))
                .body("cutOffs[0].lastDay", equalTo("2031-04-22"));
        assertThat(revisions(2030)).isEqualTo(2);
    }

    @Test
    void cut_offs_out_of_their_year_or_twice_for_one_channel_are_refused() {
        refused(set(2031, List.of(cutOff("LOSS", "DATA", "2032-03-30"))), 422, "cut-off-outside-year");
        refused(
                set(2031, List.of(cutOff("LOSS", "DATA", "2032-04-21"), cutOff("LOSS", "DATA", "2032-04-22"))),
                422,
                "cut-off-repeated");
        refused(set(2031, List.of()), 400, "invalid");
        refused(set(1999, NOTICE_OF_2019), 400, "invalid");
        refused(set(2031, List.of(cutOff("HOLIDAY", "DATA", "2032-04-21"))), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/cut-offs/2031"), 404, "not-found");
    }

    @Test
    void only_officers_set_and_members_do_not_read() {
        Map<String, Object> body = body("cutOffs", NOTICE_OF_2024);
        refused(put(LocalParts.asEstablishment("1000001"), "/cut-offs/2032", body), 403, "forbidden");
        refused(put(LocalParts.asMember("0000000001"), "/cut-offs/2032", body), 403, "forbidden");
        refused(put(LocalParts.anonymous(), "/cut-offs/2032", body), 401, "unauthorized");
        refused(get(LocalParts.asMember("0000000001"), "/cut-offs/2019"), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "/cut-offs/2019"), 401, "unauthorized");
    }

    private static io.restassured.response.ValidatableResponse set(int fiscalYear, List<Map<String, Object>> cutOffs) {
        return put(LocalParts.asOfficer(), "/cut-offs/" + fiscalYear, body("cutOffs", cutOffs));
    }

    private static Map<String, Object> cutOff(String type, String channel, String lastDay) {
        return body("type", type, "channel", channel, "lastDay", lastDay);
    }

    private static long revisions(int fiscalYear) {
        return Sql.number("SELECT count(*) FROM cut_off_list WHERE fiscal_year = ?", fiscalYear);
    }
}
