package jp.nenkin.member.plan;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Stream;

/** The grades of standard monthly remuneration, in yen, of which a base salary of the first plan is one. */
public record Grades(NavigableSet<Long> yen) {

    public Grades {
        yen = Collections.unmodifiableNavigableSet(yen);
    }

    public boolean contains(long baseSalary) {
        return yen.contains(baseSalary);
    }

    /** The grade next below and the one next above a figure that is no grade; one of them beyond the ends. */
    public List<Long> nearest(long baseSalary) {
        return Stream.of(yen.floor(baseSalary), yen.ceiling(baseSalary))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
