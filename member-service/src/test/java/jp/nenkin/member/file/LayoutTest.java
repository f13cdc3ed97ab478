package jp.nenkin.member.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import jp.nenkin.kit.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each item of each line lands in its field; the fields are listed once more, in the order of the forms. */
class LayoutTest {
    private static final String CONTACT = " postcode3 postcode4 address name employer telephone1 telephone2 telephone3";

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("shfd0006.csv", "2200700", 34, LayoutFields.ACQUISITION),
                Arguments.of("shfd0006.csv", "2201700", 27, LayoutFields.LOSS),
                Arguments.of("shfd0006.csv", "2225700", 53, LayoutFields.CALCULATION),
                Arguments.of("shfd0006.csv", "2221700", 49, LayoutFields.CHANGE),
                Arguments.of(
                        "shfd0006.csv",
                        "medium",
                        6,
                        LayoutFields.of("prefecture municipality symbol serial createdOn mark")),
                Arguments.of(
                        "shfd0006.csv", "site", 12, LayoutFields.of("prefecture municipality symbol number" + CONTACT)),
                Arguments.of("knfd0006.csv", "2200700", 55, LayoutFields.FUND_ACQUISITION),
                Arguments.of("knfd0006.csv", "2201700", 51, LayoutFields.FUND_LOSS),
                Arguments.of("knfd0006.csv", "site", 10, LayoutFields.of("fund fundEstablishment" + CONTACT)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void every_item_lands_in_its_field(String resource, String line, int count, List<String> expected) {
        List<Item> items = Layout.read(resource).items(line);

        assertThat(expected).hasSize(count);
        assertThat(items).hasSize(count);
        assertThat(read(items, items)).isEqualTo(landed(expected, items));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void an_item_that_is_one_off_lands_elsewhere(String resource, String line, int count, List<String> expected) {
        List<Item> items = Layout.read(resource).items(line);

        for (int number = 1; number < count; number++) {
            assertThat(read(swapped(items, number), items))
                    .as("item %d in the place of the next", number)
                    .isNotEqualTo(landed(expected, items));
        }
    }

    /** What lands in each field if items are read as a layout says. */
    private static Map<String, List<String>> read(List<Item> layout, List<Item> written) {
        Cells first = new Cells(1, Columns.of(layout), values(written, LayoutTest::units));
        Cells second = new Cells(1, Columns.of(layout), values(written, LayoutTest::nines));
        Map<String, List<String>> landed = new HashMap<>();
        layout.forEach(item -> landed.put(
                item.field(),
                List.of(
                        Objects.requireNonNullElse(first.text(item.field()), "dropped"),
                        Objects.requireNonNullElse(second.text(item.field()), "dropped"))));
        return landed;
    }

    /** What must land in each field, by the list of the tests. */
    private static Map<String, List<String>> landed(List<String> fields, List<Item> written) {
        Map<String, List<String>> landed = new HashMap<>();
        int at = 0;
        for (String field : fields) {
            String first = values(written, LayoutTest::units).get(at);
            String second = values(written, LayoutTest::nines).get(at);
            landed.put(field, field.equals("myNumber") ? List.of("dropped", "dropped") : List.of(first, second));
            at++;
        }
        return landed;
    }

    /** One digit each, since some items have no more; two lines together make every item another. */
    private static List<String> values(List<Item> items, IntUnaryOperator digit) {
        List<String> values = new ArrayList<>();
        for (int number = 1; number <= items.size(); number++) {
            values.add(String.valueOf(digit.applyAsInt(number)));
        }
        return values;
    }

    private static int units(int number) {
        return number % 9 + 1;
    }

    private static int nines(int number) {
        return number / 9 + 1;
    }

    private static List<Item> swapped(List<Item> items, int number) {
        List<Item> swapped = new ArrayList<>(items);
        swapped.set(number - 1, items.get(number));
        swapped.set(number, items.get(number - 1));
        return swapped;
    }

    @ParameterizedTest
    @ValueSource(strings = {"shfd0006.csv", "knfd0006.csv"})
    void every_item_has_a_name_for_the_clerk(String resource) {
        assertThat(Layout.read(resource).lines().values())
                .allSatisfy(items -> assertThat(items)
                        .extracting(item -> item.column().name().japanese())
                        .doesNotHaveDuplicates());
    }

    @Test
    void a_layout_with_a_gap_or_a_field_twice_is_refused() {
        assertThatThrownBy(() -> new Layout(Map.of("2200700", List.of(item(1, "a"), item(3, "b")))))
                .hasMessageContaining("item 2 of 2200700");
        assertThatThrownBy(() -> new Layout(Map.of("2200700", List.of(item(1, "a"), item(2, "a")))))
                .hasMessageContaining("item 2 of 2200700");
    }

    private static Item item(int number, String field) {
        return new Item(new Column(number, new Text(field, field)), field, Item.Content.TEXT, 1, false);
    }
}
