package jp.nenkin.member.upload;

import static java.util.Objects.requireNonNull;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.rows;
import static jp.nenkin.member.upload.SentFiles.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.file.LayoutFields;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.Test;

/**
 * Lines in which every item differs from the next, sent as employers send them: each item is found in its field of the
 * row, and those that the fund reads in the filing and the member. A line in which two neighbours change places is not.
 */
@QuarkusTest
@WithTestResource(LocalParts.class)
class WholeWayTest {
    private static final int FIRST_LINE = 6;

    /** A person's line, and what is to be found of it. */
    private record Line(Map<Integer, String> items, Map<String, String> filing, Map<String, String> member) {}

    /** The lines of one layout, by the number of the person. */
    private interface Lines {
        Line of(int person);
    }

    /**
     * A layout.
     *
     * @param fields in the order of the form
     * @param read the items that become something of the filing
     */
    private record Form(String site, LayoutWriter file, List<String> fields, Set<Integer> read) {}

    @Test
    void every_item_of_an_acquisition_of_shfd0006_lands_in_its_field_and_none_that_is_one_off() {
        String site = establishment("4300030");
        check(
                new Form(
                        site,
                        LayoutWriter.shfd(),
                        LayoutFields.ACQUISITION,
                        Set.of(6, 7, 8, 9, 10, 11, 16, 17, 18, 19, 23, 29, 30, 32)),
                person -> {
                    Map<Integer, String> items = acquisition(person, "4330");
                    items.put(34, "1");
                    Map<String, String> found = person(person, "4330");
                    found.putAll(Map.of(
                            "acquiredOn", "2019-04-30", "sex", "FEMALE", "postcode", "1000013", "address", "東京都千代田区"));
                    Map<String, String> filing = new HashMap<>(found);
                    filing.put("firstBaseSalary", "300000");
                    return new Line(items, filing, found);
                });
    }

    @Test
    void every_item_of_an_acquisition_of_knfd0006_lands_in_its_field_and_none_that_is_one_off() {
        String site = establishment(
                "4300032", "plans", List.of("FIRST", "SECOND"), "secondPlanCourse", Map.of("kind", "VARIABLE"));
        check(
                new Form(
                        site,
                        LayoutWriter.knfd(site),
                        LayoutFields.FUND_ACQUISITION,
                        Set.of(6, 7, 8, 9, 10, 11, 16, 17, 29, 30, 32, 35, 37, 38, 39, 43, 45)),
                person -> {
                    Map<Integer, String> items = acquisition(person, "4332");
                    items.put(3, "02");
                    items.putAll(fund(34, site));
                    items.putAll(Map.of(37, "01", 38, "9", 39, "010501", 40, "A1", 41, "B2"));
                    items.putAll(Map.of(42, "0000111", 43, "0320", 44, "0000222", 45, "0005"));
                    items.putAll(own(46));
                    Map<String, String> found = person(person, "4332");
                    found.putAll(Map.of(
                            "acquiredOn", "2019-05-01", "sex", "FEMALE", "postcode", "1000013", "address", "東京都千代田区"));
                    Map<String, String> filing = new HashMap<>(found);
                    filing.putAll(Map.of("firstBaseSalary", "320000", "secondUnits", "5"));
                    return new Line(items, filing, found);
                });
    }

    @Test
    void every_item_of_a_loss_of_shfd0006_lands_in_its_field_and_none_that_is_one_off() {
        String site = establishment("4300031");
        enrol(site, "4331", LayoutFields.LOSS.size());
        check(
                new Form(site, LayoutWriter.shfd(), LayoutFields.LOSS, Set.of(9, 10, 14, 15, 16, 17, 18)),
                person -> new Line(loss(person, "4331"), lost(), person(person, "4331")));
    }

    @Test
    void every_item_of_a_loss_of_knfd0006_lands_in_its_field_and_none_that_is_one_off() {
        String site = establishment("4300033");
        enrol(site, "4333", LayoutFields.FUND_LOSS.size());
        check(
                new Form(
                        site,
                        LayoutWriter.knfd(site),
                        LayoutFields.FUND_LOSS,
                        Set.of(9, 10, 14, 15, 16, 17, 18, 29, 31, 32, 34)),
                person -> {
                    Map<Integer, String> items = loss(person, "4333");
                    items.put(3, "02");
                    items.putAll(fund(28, site));
                    items.putAll(Map.of(31, "530", 32, "0001", 33, "ｵｵｻｶｼｷﾀｸ", 34, "大阪市北区", 35, "03"));
                    items.putAll(Map.of(36, "A1", 37, "B2", 38, "0000111", 39, "0320", 40, "0000222", 41, "0004"));
                    items.putAll(own(42));
                    Map<String, String> address = Map.of("postcode", "5300001", "address", "大阪市北区");
                    Map<String, String> filing = lost();
                    filing.putAll(address);
                    Map<String, String> member = person(person, "4333");
                    member.putAll(address);
                    return new Line(items, filing, member);
                });
    }

    /** The first line as it is, then for each pair of neighbours a line in which they change places. */
    private static void check(Form form, Lines lines) {
        int count = form.fields().size();
        form.file().line(lines.of(1).items(), count);
        for (int item = 1; item < count; item++) {
            Map<Integer, String> items = new HashMap<>(lines.of(item + 1).items());
            assertThat(items.get(item)).as("item %d", item).isNotEqualTo(items.get(item + 1));
            String next = items.put(item + 1, items.get(item));
            items.put(item, next);
            form.file().line(items, count);
        }
        Map<Integer, Map<String, Object>> rows = new TreeMap<>();
        for (Map<String, Object> row : rows(settled(form.site(), form.file().bytes(), "mode", "ROW_BY_ROW"))
                .<Map<String, Object>>getList("rows")) {
            rows.put((Integer) row.get("line"), row);
        }
        Map<String, Object> right = requireNonNull(rows.get(FIRST_LINE));
        assertThat(right).containsEntry("state", "PROCESSED");
        assertThat(right.get("items")).isEqualTo(fields(form, lines.of(1)));
        assertThat(filing(right)).containsAllEntriesOf(lines.of(1).filing());
        assertThat(member(right)).containsAllEntriesOf(lines.of(1).member());
        for (int item = 1; item < count; item++) {
            Map<String, Object> row = rows.getOrDefault(FIRST_LINE + item, Map.of("state", "NOT_OURS"));
            Line line = lines.of(item + 1);
            assertThat(row.get("items")).as("item %d with the next", item).isNotEqualTo(fields(form, line));
            if ("PROCESSED".equals(row.get("state"))
                    && (form.read().contains(item) || form.read().contains(item + 1))) {
                Map<String, String> landed = filing(row);
                landed.keySet().retainAll(line.filing().keySet());
                assertThat(landed).as("item %d with the next", item).isNotEqualTo(line.filing());
            }
        }
    }

    /** What must be stored of a line, by the names of the fields; of a My Number nothing. */
    private static Map<String, String> fields(Form form, Line line) {
        Map<String, String> fields = new HashMap<>();
        for (int item = 1; item <= form.fields().size(); item++) {
            fields.put(form.fields().get(item - 1), line.items().get(item));
        }
        fields.remove("myNumber");
        return fields;
    }

    private static Map<String, String> filing(Map<String, Object> row) {
        JsonPath answer = get(LocalParts.asOfficer(), "/filings/" + row.get("filingId"))
                .statusCode(200)
                .extract()
                .jsonPath();
        return texts(answer.getMap("content"));
    }

    private static Map<String, String> member(Map<String, Object> row) {
        JsonPath answer = get(LocalParts.asOfficer(), "/members/" + row.get("memberNumber"))
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, String> member = texts(answer.getMap(""));
        member.putAll(texts(answer.getMap("memberships[0]")));
        return member;
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** Who the line is about, in the fields of a filing and of a member. */
    private static Map<String, String> person(int person, String pension) {
        return new HashMap<>(Map.of(
                "insuredNumber",
                String.valueOf(1_000 + person),
                "name",
                name(person),
                "nameKana",
                "ｺｳﾓｸ ﾃｽﾄ",
                "birthDate",
                "1985-05-05",
                "basicPensionNumber",
                "%s%06d".formatted(pension, 500_000 + person)));
    }

    private static String name(int person) {
        return "項目　" + "一二三四五六七八九十".charAt(person / 10) + "之" + "一二三四五六七八九十".charAt(person % 10);
    }

    private static Map<Integer, String> acquisition(int person, String pension) {
        Map<Integer, String> items = start("2200700", person);
        items.putAll(Map.of(9, "5", 10, "600505", 11, "2", 12, "1", 13, "123456789018", 14, "3", 15, "備考甲"));
        items.putAll(Map.of(16, pension, 17, String.valueOf(500_000 + person), 18, "7", 19, "310430", 20, "0"));
        items.putAll(Map.of(21, "290000", 22, "10000", 23, "300000", 24, "4", 25, "6", 26, "8", 27, "9"));
        items.putAll(Map.of(28, "備考乙", 29, "100", 30, "0013", 31, "ﾁﾖﾀﾞｸ", 32, "東京都千代田区", 33, "理由丙"));
        return items;
    }

    private static Map<Integer, String> loss(int person, String pension) {
        Map<Integer, String> items = start("2201700", person);
        items.putAll(Map.of(9, "5", 10, "600505", 11, "123456789018", 12, pension));
        items.putAll(Map.of(13, String.valueOf(500_000 + person), 14, "9", 15, "010501", 16, "4", 17, "7"));
        items.putAll(Map.of(18, "310430", 19, "1", 20, "2", 21, "3", 22, "06", 23, "05", 24, "8", 25, "0"));
        items.putAll(Map.of(26, "310429", 27, "備考丁"));
        return items;
    }

    private static Map<String, String> lost() {
        return new HashMap<>(Map.of("lostOn", "2019-05-01", "cause", "RETIREMENT"));
    }

    private static Map<Integer, String> start(String form, int person) {
        return new HashMap<>(Map.of(
                1,
                form,
                2,
                "21",
                3,
                "01",
                4,
                "ｹｲﾄ",
                5,
                "123",
                6,
                String.valueOf(1_000 + person),
                7,
                "ｺｳﾓｸ ﾃｽﾄ",
                8,
                name(person)));
    }

    /** The fund's number, the establishment's and one of a member of another fund. */
    private static Map<Integer, String> fund(int first, String site) {
        return Map.of(first, "0123", first + 1, site, first + 2, "98765432101");
    }

    private static Map<Integer, String> own(int first) {
        Map<Integer, String> own = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            own.put(first + i, "固有" + i);
        }
        return own;
    }

    private static void enrol(String site, String pension, int people) {
        List<String> rows = new ArrayList<>();
        for (int person = 1; person <= people; person++) {
            List<String> cells = new ArrayList<>(List.of("acquiredOn", "2015-04-01", "firstBaseSalary", "300000"));
            person(person, pension).forEach((name, value) -> cells.addAll(List.of(name, value)));
            rows.add(SentFiles.row("Enrolment", site, cells.toArray(String[]::new)));
        }
        assertThat(settled(site, SentFiles.csv(rows.toArray(String[]::new))).getString("state"))
                .isEqualTo("PROCESSED");
    }
}
