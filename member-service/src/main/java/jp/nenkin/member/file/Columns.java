package jp.nenkin.member.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a kind of line in their order, each of which is found by its field. */
record Columns(List<Item> items, Map<String, Integer> places) {

    Columns {
        items = List.copyOf(items);
        places = Map.copyOf(places);
    }

    static Columns of(List<Item> items) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            places.put(items.get(place).field(), place);
        }
        return new Columns(items, places);
    }

    /** Where a field stands, from 0; -1 if there is no such column. */
    int placeOf(String field) {
        return places.getOrDefault(field, -1);
    }
}
