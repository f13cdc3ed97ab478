package jp.nenkin.member.plan;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The grades of standard monthly remuneration, of which a base salary of the first plan is one.
 *
 * @param bands each grade in yen by the lowest remuneration in yen that belongs to it
 */
public record Grades(NavigableMap<Long, Long> bands) {

    public Grades {
        bands = Collections.unmodifiableNavigableMap(new TreeMap<>(bands));
        if (bands.isEmpty() || bands.firstKey() != 0) {
            throw new IllegalArgumentException("The lowest grade begins at 0 yen: " + bands);
        }
    }

    /** The grades themselves, in yen. */
    public NavigableSet<Long> yen() {
        return new TreeSet<>(bands.values());
    }

    public boolean contains(long baseSalary) {
        return bands.containsValue(baseSalary);
    }

    /**
     * The grade in yen that a monthly remuneration in yen belongs to: 92,999 to 88,000 and 93,000 to 98,000. Throws
     * IllegalArgumentException for a negative one. Source: domain rules, section 2.
     */
    public long ofRemuneration(long remuneration) {
        if (remuneration < 0) {
            throw new IllegalArgumentException("Not a remuneration: " + remuneration);
        }
        return bands.floorEntry(remuneration).getValue();
    }

    /** The grade next below and the one next above a figure that is no grade; one of them beyond the ends. */
    public List<Long> nearest(long baseSalary) {
        NavigableSet<Long> yen = yen();
        return Stream.of(yen.floor(baseSalary), yen.ceiling(baseSalary))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
