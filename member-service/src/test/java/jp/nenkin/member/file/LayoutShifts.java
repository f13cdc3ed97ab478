package jp.nenkin.member.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.member.plan.PlanData;

/** Layouts with an item at another place than it is, to show that a test would tell. */
final class LayoutShifts {
    private LayoutShifts() {}

    /** The rows of a file with one line, read by a layout. */
    static List<FiledRow> read(Layout layout, Map<Integer, String> items, int count) {
        List<FiledRow> rows = new ArrayList<>();
        FileLimits limits = FileLimits.standard();
        String text = LayoutWriter.shfd().line(items, count).text();
        BoundedLines lines = new BoundedLines(new StringReader(text), limits.lineLength());
        try {
            LayoutHeader.read(layout, lines);
            new LayoutLines(layout, new LayoutForms(PlanData.standard()), limits, new Tally(rows::add, limits))
                    .read(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    /** The layout in which everything from an item on stands one column to the right, and the last at that item. */
    static Layout shifted(Layout layout, String form, int from) {
        List<Item> items = layout.items(form);
        List<Item> shifted = new ArrayList<>(items);
        Item last = shifted.removeLast();
        shifted.add(from - 1, last);
        List<Item> numbered = new ArrayList<>();
        for (int i = 0; i < shifted.size(); i++) {
            Item item = shifted.get(i);
            Column column = new Column(i + 1, item.column().name());
            numbered.add(new Item(column, item.field(), item.content(), item.longest(), item.required()));
        }
        Map<String, List<Item>> lines = new HashMap<>(layout.lines());
        lines.put(form, numbered);
        return new Layout(lines);
    }
}
