package jp.nenkin.member.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.nenkin.kit.Text;

/**
 * Where each item of each line stands in a file of the pension service, as its resource says.
 *
 * @param lines the items of each kind of line by its name: a form code, or what the header's lines are called
 */
record Layout(Map<String, List<Item>> lines) {

    Layout {
        lines = Map.copyOf(lines);
        lines.forEach(Layout::check);
    }

    /** The layout of a kind of file, from the resource beside this class. */
    static Layout read(String resource) {
        Map<String, List<Item>> lines = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Layout.class.getResourceAsStream(resource), resource);
                CsvReader<NamedCsvRecord> records = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            records.forEach(entry -> lines.computeIfAbsent(entry.getField("line"), line -> new ArrayList<>())
                    .add(item(entry)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Layout(lines);
    }

    /** The items of a kind of line that the layout has. */
    List<Item> items(String line) {
        return Objects.requireNonNull(lines.get(line), line);
    }

    private static Item item(NamedCsvRecord entry) {
        String field = entry.getField("field");
        return new Item(
                new Column(Integer.parseInt(entry.getField("item")), new Text(entry.getField("japanese"), field)),
                field,
                Item.Content.valueOf(entry.getField("content")),
                Integer.parseInt(entry.getField("longest")),
                entry.getField("required").equals("yes"));
    }

    private static void check(String line, List<Item> items) {
        Set<String> fields = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!Objects.equals(item.column().number(), i + 1) || !fields.add(item.field())) {
                throw new IllegalArgumentException("Not the item " + (i + 1) + " of " + line + ": " + item);
            }
        }
    }
}
