package jp.nenkin.member.derivation;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.row;
import static jp.nenkin.member.upload.SentFiles.rows;
import static jp.nenkin.member.upload.SentFiles.send;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.text;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class DerivationTest {
    private static final String OCTOBER = "2025-10-01";
    private static final int[] GRADES = {
        88, 98, 104, 110, 118, 126, 134, 142, 150, 160, 170, 180, 190, 200, 220, 240, 260, 280, 300, 320, 340, 360, 380,
        410, 440, 470, 500, 530, 560, 590, 620, 650
    };
    private static final int[] BORDERS = {
        93, 101, 107, 114, 122, 130, 138, 146, 155, 165, 175, 185, 195, 210, 230, 250, 270, 290, 310, 330, 350, 370,
        395, 425, 455, 485, 515, 545, 575, 605, 635
    };
    private static final String CHANGES = """
            SELECT count(*) FROM filing WHERE establishment_number = ? AND type = 'BASE_SALARY_CHANGE'
            """;

    /** Somebody at an establishment since 2015, by an insured number. */
    private static String joined(String site, int insured, int base) {
        return row(
                "Enrolment",
                site,
                "insuredNumber",
                String.valueOf(insured),
                "name",
                name(insured),
                "birthDate",
                "1985-05-05",
                "acquiredOn",
                "2015-04-01",
                "firstBaseSalary",
                String.valueOf(base));
    }

    private static String name(int insured) {
        return "算定　" + "一二三四五六七八九".charAt(insured % 9) + "郎" + insured / 9;
    }

    /** A row of a form about him, from September 2025. */
    private static Map<Integer, String> reckoning(String form, int insured, int remuneration) {
        Map<Integer, String> items = LayoutWriter.reckoning(form);
        items.put(5, String.valueOf(insured));
        items.put(6, "");
        items.put(7, name(insured));
        items.put(8, "5");
        items.put(9, "600505");
        items.put(38, "%07d".formatted(remuneration));
        return items;
    }

    private static String sent(String site, LayoutWriter file) {
        JsonPath done = settled(site, file.bytes());
        assertThat(done.getString("state")).isEqualTo("PROCESSED");
        return done.getString("id");
    }

    private static Map<String, Object> asked(String site, String... files) {
        return body("establishmentNumber", site, "effectiveFrom", OCTOBER, "fileIds", List.of(files));
    }

    private static String made(String site, String... files) {
        return post(LocalParts.asEstablishment(site), "/derivations", asked(site, files))
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse confirm(RequestSpecification caller, String id, Integer... leaveOut) {
        return post(caller, "/derivations/" + id + "/confirmation", Map.of("leaveOut", List.of(leaveOut)));
    }

    private static JsonPath lines(String id) {
        return get(LocalParts.asOfficer(), "/derivations/" + id + "/lines")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Both sides of each border of the grades, with the grade of each. */
    private static int[][] sides() {
        List<int[]> sides = new ArrayList<>();
        for (int i = 0; i < BORDERS.length; i++) {
            sides.add(new int[] {BORDERS[i] * 1_000 - 1, GRADES[i] * 1_000});
            sides.add(new int[] {BORDERS[i] * 1_000, GRADES[i + 1] * 1_000});
        }
        return sides.toArray(int[][]::new);
    }

    @Test
    void derived_filings_of_a_base_calculation_equal_those_a_clerk_would_enter_by_hand_at_every_grade_border() {
        String derived = establishment("4300001");
        String byHand = establishment("4300002");
        int[][] sides = sides();
        LayoutWriter file = LayoutWriter.shfd();
        List<String> here = new ArrayList<>();
        List<String> there = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            int grade = sides[i][1];
            // Each has the other end, but every third his new grade already: he is filed by nobody.
            int former = i % 3 == 2 ? grade : grade == 650_000 ? 88_000 : 650_000;
            here.add(joined(derived, i + 1, former));
            there.add(joined(byHand, i + 1, former));
            file.line(reckoning("2225700", i + 1, sides[i][0]), 53);
            changes.add(row(
                    "BaseSalaryChange",
                    byHand,
                    "insuredNumber",
                    String.valueOf(i + 1),
                    "effectiveFrom",
                    OCTOBER,
                    "firstBaseSalary",
                    String.valueOf(grade)));
        }
        settled(derived, csv(here.toArray(String[]::new)));
        settled(byHand, csv(there.toArray(String[]::new)));
        settled(byHand, csv(changes.toArray(String[]::new)), "mode", "ROW_BY_ROW");

        String id = made(derived, sent(derived, file));
        confirm(LocalParts.asOfficer(), id).statusCode(200).body("state", equalTo("CONFIRMED"));

        String facts = """
                SELECT string_agg(concat_ws(' ', m.insured_number, b.plan, b.effective_from, b.base_salary), ', '
                                  ORDER BY m.insured_number)
                  FROM base_salary b JOIN membership m ON m.filing_id = b.membership
                 WHERE b.establishment_number = ? AND b.filing_id <> b.membership
                """;
        String events = """
                SELECT string_agg(concat_ws(' ', m.insured_number, e ->> 'plan', e ->> 'effectiveFrom',
                                            e ->> 'baseSalary', e ->> 'replaces', e -> 'filing' ->> 'type',
                                            e -> 'filing' ->> 'channel', e -> 'filing' ->> 'receivedOn'), ', '
                                  ORDER BY m.insured_number)
                  FROM (SELECT payload::jsonb AS e FROM outbox) AS told
                  JOIN filing f ON f.id = (e -> 'filing' ->> 'id')::uuid AND f.type = 'BASE_SALARY_CHANGE'
                  JOIN membership m ON m.member_number = e ->> 'memberNumber'
                 WHERE f.establishment_number = ?
                """;
        assertThat(text(facts, derived)).isEqualTo(text(facts, byHand)).contains("62 FIRST 2025-10-01 650000");
        assertThat(text(events, derived)).isEqualTo(text(events, byHand)).contains("1 FIRST 2025-10-01 88000");
        assertThat(count(CHANGES, derived)).isEqualTo(count(CHANGES, byHand)).isEqualTo(42);
    }

    @Test
    void a_proposal_tells_of_each_person_what_follows_and_files_nothing() {
        String site = establishment("4300003");
        settled(site, csv(joined(site, 1, 300_000), joined(site, 2, 300_000), joined(site, 3, 300_000)));
        settled(site, csv(row("Loss", site, "insuredNumber", "3", "lostOn", "2025-07-01", "cause", "RETIREMENT")));
        Map<Integer, String> adjusted = reckoning("2225700", 1, 310_000);
        adjusted.put(39, "0330000");
        Map<Integer, String> november = reckoning("2221700", 2, 500_000);
        november.put(12, "11");
        Map<Integer, String> stranger = reckoning("2225700", 9, 300_000);
        stranger.put(7, "知らない　人");
        String calculations = sent(
                site,
                LayoutWriter.shfd()
                        .line(adjusted, 53)
                        .line(reckoning("2225700", 2, 300_000), 53)
                        .line(reckoning("2225700", 3, 320_000), 53)
                        .line(stranger, 53));
        String changes = sent(site, LayoutWriter.shfd().line(november, 49));

        String id = made(site, calculations, changes);

        get(LocalParts.asEstablishment(site), "/derivations/" + id)
                .statusCode(200)
                .body("effectiveFrom", equalTo(OCTOBER))
                .body("lines", equalTo(4))
                .body("proposed", equalTo(1))
                .body("settledAt", nullValue());
        JsonPath lines = lines(id);
        assertThat(lines.getList("lines.number")).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(lines.getList("lines.kind")).isEqualTo(List.of("CHANGE", "NOTHING", "NOTHING", "NOTHING"));
        assertThat(lines.getList("lines.reason.code"))
                .containsExactly("nothing-changes", "not-a-member", "member-not-matched");
        assertThat(lines.getList("lines.origin.line")).isEqualTo(List.of(6, 7, 8, 9));
        assertThat(lines.getString("lines[0].name")).isEqualTo(name(1));
        assertThat(lines.getString("lines[3].name")).isEqualTo("知らない　人");
        assertThat(lines.<Map<String, ?>>getList("lines[0].figures"))
                .containsExactly(
                        Map.of("plan", "FIRST", "former", 300_000, "formerSince", "2015-04-01", "baseSalary", 340_000));
        assertThat(lines.getInt("lines[0].origin.item")).isEqualTo(39);
        assertThat(lines.getString("lines[0].origin.fileId")).isEqualTo(calculations);
        get(LocalParts.asEstablishment(site), "/derivations/" + id + "/lines?limit=1&after=1")
                .body("lines.number", equalTo(List.of(2)))
                .body("next", equalTo(2));
        get(LocalParts.asEstablishment(site), "/derivations/" + id + "/lines?kind=CHANGE")
                .body("lines.number", equalTo(List.of(1)))
                .body("next", nullValue());
        assertThat(count(CHANGES, site)).isZero();
    }

    @Test
    void what_is_confirmed_is_filed_once_and_says_where_it_comes_from() {
        String site = establishment("4300004");
        settled(site, csv(joined(site, 1, 300_000), joined(site, 2, 300_000)));
        String file = sent(
                site,
                LayoutWriter.shfd()
                        .line(reckoning("2225700", 1, 320_000), 53)
                        .line(reckoning("2225700", 2, 340_000), 53));
        String id = made(site, file);

        refused(confirm(LocalParts.asEstablishment(site), id, 3), 422, "line-not-proposed");
        confirm(LocalParts.asOfficer(), id, 2).statusCode(200).body("state", equalTo("CONFIRMED"));
        confirm(LocalParts.asEstablishment(site), id, 2).statusCode(200).body("state", equalTo("CONFIRMED"));
        refused(confirm(LocalParts.asEstablishment(site), id), 409, "derivation-settled");
        refused(
                post(LocalParts.asEstablishment(site), "/derivations/" + id + "/discarding", Map.of()),
                409,
                "derivation-settled");

        JsonPath lines = lines(id);
        assertThat(lines.getList("lines.leftOut")).isEqualTo(List.of(false, true));
        get(LocalParts.asEstablishment(site), "/filings/" + lines.getString("lines[0].filingId"))
                .statusCode(200)
                .body("type", equalTo("BASE_SALARY_CHANGE"))
                .body("content.firstBaseSalary", equalTo(320_000))
                .body("content.channel", equalTo("DATA"))
                .body("content.derivedFrom.derivationId", equalTo(id))
                .body("content.derivedFrom.row.file", equalTo(file))
                .body("content.derivedFrom.row.line", equalTo(6))
                .body("content.derivedFrom.row.item", equalTo(38));
        assertThat(count(CHANGES, site)).isEqualTo(1);
        String byOfficer = post(LocalParts.asOfficer(), "/derivations", asked(site, file))
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(lines(byOfficer).getList("lines.kind")).isEqualTo(List.of("NOTHING", "CHANGE"));
    }

    @Test
    void what_a_clerk_confirms_late_waits_and_says_where_it_comes_from_once_it_is_accepted() {
        String site = establishment("4300019");
        settled(site, csv(joined(site, 1, 300_000)));
        String id = made(site, sent(site, LayoutWriter.shfd().line(reckoning("2225700", 1, 320_000), 53)));

        confirm(LocalParts.asEstablishment(site), id)
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("waiting", equalTo(1));

        assertThat(lines(id).getString("lines[0].filingState")).isEqualTo("RECEIVED");
        String filing = "/filings/" + lines(id).getString("lines[0].filingId");
        get(LocalParts.asEstablishment(site), filing).statusCode(200).body("state", equalTo("RECEIVED"));
        assertThat(count(CHANGES, site)).isZero();
        post(LocalParts.asOfficer(), filing + "/acceptance", Map.of()).statusCode(200);
        get(LocalParts.asEstablishment(site), filing)
                .body("state", equalTo("PROCESSED"))
                .body("content.derivedFrom.derivationId", equalTo(id));
        assertThat(count(CHANGES, site)).isEqualTo(1);
        assertThat(lines(id).getString("lines[0].filingState")).isEqualTo("PROCESSED");
    }

    @Test
    void one_that_no_longer_fits_the_record_files_nothing_and_is_made_anew() {
        String site = establishment("4300005");
        String member = rows(settled(site, csv(joined(site, 1, 300_000), joined(site, 2, 300_000))))
                .getString("rows[0].memberNumber");
        String file = sent(
                site,
                LayoutWriter.shfd()
                        .line(reckoning("2225700", 1, 320_000), 53)
                        .line(reckoning("2225700", 2, 340_000), 53));
        String id = made(site, file);
        Requests.post(
                        LocalParts.asOfficer(),
                        "/filings/base-salary-changes",
                        Requests.but(
                                Requests.change(member, 360_000),
                                "establishmentNumber",
                                site,
                                "effectiveFrom",
                                OCTOBER))
                .statusCode(201);

        String anew = refused(confirm(LocalParts.asEstablishment(site), id), 409, "derivation-outdated")
                .extract()
                .path("values.derivationId");

        assertThat(count(CHANGES, site)).isEqualTo(1);
        get(LocalParts.asEstablishment(site), "/derivations/" + id)
                .body("state", equalTo("OUTDATED"))
                .body("successor", equalTo(anew));
        assertThat(lines(anew).getList("lines[0].figures.former")).isEqualTo(List.of(360_000));
        refused(confirm(LocalParts.asEstablishment(site), id), 409, "derivation-settled");
        confirm(LocalParts.asOfficer(), anew).statusCode(200);
        assertThat(count(CHANGES, site)).isEqualTo(3);
    }

    @Test
    void nothing_is_derived_from_files_of_others_or_without_such_rows() {
        String site = establishment("4300006");
        String other = establishment("4300007", "filingsNeedApproval", true);
        settled(site, csv(joined(site, 1, 300_000)));
        String file = sent(site, LayoutWriter.shfd().line(reckoning("2225700", 1, 320_000), 53));
        String enrolments = settled(site, csv(joined(site, 2, 300_000))).getString("id");
        String waiting = send(LocalParts.asOfficer(), other, csv(joined(other, 1, 300_000)))
                .extract()
                .path("id");
        RequestSpecification here = LocalParts.asEstablishment(site);
        refused(post(here, "/derivations", asked(site, enrolments)), 422, "files-without-rows");
        refused(post(here, "/derivations", asked(site, UUID.randomUUID().toString())), 422, "file-unknown");
        refused(post(LocalParts.asOfficer(), "/derivations", asked(other, file)), 422, "file-unknown");
        refused(post(LocalParts.asOfficer(), "/derivations", asked(other, waiting)), 409, "file-not-processed");
        refused(
                post(here, "/derivations", Requests.but(asked(site, file), "effectiveFrom", "2025-09-01")),
                422,
                "no-base-salary-day");
        refused(post(here, "/derivations", asked(site)), 400, "invalid");
    }

    @Test
    void where_filings_need_approval_another_than_its_maker_confirms() {
        String site = establishment("4300008", "filingsNeedApproval", true);
        String joining = send(LocalParts.asOfficer(), site, csv(joined(site, 1, 300_000)))
                .extract()
                .path("id");
        approved(site, joining);
        String file = send(
                        LocalParts.asOfficer(),
                        site,
                        LayoutWriter.shfd()
                                .line(reckoning("2225700", 1, 320_000), 53)
                                .bytes())
                .extract()
                .path("id");
        approved(site, file);
        String id = made(site, file);
        refused(confirm(LocalParts.asEstablishment(site), id), 403, "confirmer-is-proposer");
        confirm(LocalParts.asOfficer(), id).statusCode(200);
        assertThat(count(CHANGES, site)).isEqualTo(1);
    }

    private static void approved(String site, String file) {
        post(LocalParts.asEstablishment(site), "/filing-files/" + file + "/approval", Map.of())
                .statusCode(200);
        assertThat(told(settled(file))).hasSize(1);
    }

    @Test
    void derivations_of_others_are_neither_made_nor_seen_nor_settled() {
        String site = establishment("4300009");
        String other = establishment("4300010");
        settled(site, csv(joined(site, 1, 300_000)));
        String file = sent(site, LayoutWriter.shfd().line(reckoning("2225700", 1, 320_000), 53));
        String id = made(site, file);
        String path = "/derivations/" + id;
        for (RequestSpecification stranger :
                List.of(LocalParts.asEstablishment(other), LocalParts.asMember("9999999999"))) {
            refused(post(stranger, "/derivations", asked(site, file)), 403, "forbidden");
            refused(get(stranger, path), 403, "forbidden");
            refused(get(stranger, path + "/lines"), 403, "forbidden");
            refused(confirm(stranger, id), 403, "forbidden");
            refused(post(stranger, path + "/discarding", Map.of()), 403, "forbidden");
        }
        refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
        refused(get(LocalParts.asOfficer(), "/derivations/" + UUID.randomUUID()), 404, "not-found");
        for (int i = 0; i < 2; i++) {
            post(LocalParts.asEstablishment(site), path + "/discarding", Map.of())
                    .statusCode(200)
                    .body("state", equalTo("DISCARDED"));
        }
        refused(confirm(LocalParts.asEstablishment(site), id), 409, "derivation-settled");
        assertThat(count(CHANGES, site)).isZero();
    }
}
