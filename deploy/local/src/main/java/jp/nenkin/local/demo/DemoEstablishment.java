package jp.nenkin.local.demo;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.nenkin.events.Plan;

/** An invented employer, by the plans it offers. */
public enum DemoEstablishment {
    FIRST_ONLY("1000001", "霧ヶ谷精機"),
    /** Every member has units of his own. */
    SECOND_ONLY("1000002", "朝凪物流"),
    /** Everybody has one unit in the second plan. */
    BOTH("1000003", "星見台工業");

    /** The units of everybody in a fixed course. */
    static final int FIXED_UNITS = 1;

    private static final long YEN_OF_UNIT = 1_000;

    private final String number;
    private final String writtenName;

    DemoEstablishment(String number, String writtenName) {
        this.number = number;
        this.writtenName = writtenName;
    }

    public String number() {
        return number;
    }

    String writtenName() {
        return writtenName;
    }

    /** The plans it offers. */
    public Set<Plan> plans() {
        return switch (this) {
            case FIRST_ONLY -> EnumSet.of(Plan.FIRST);
            case SECOND_ONLY -> EnumSet.of(Plan.SECOND);
            case BOTH -> EnumSet.allOf(Plan.class);
        };
    }

    public boolean offersFirst() {
        return this != SECOND_ONLY;
    }

    /** Whether units are filed for each member. */
    public boolean hasOwnUnits() {
        return this == SECOND_ONLY;
    }

    /** The base salaries in yen that filed ones come to when somebody joins here. */
    public Map<Plan, Long> joining(DemoFact.Bases filed) {
        Map<Plan, Long> yen = new EnumMap<>(Plan.class);
        if (offersFirst()) {
            yen.put(Plan.FIRST, Objects.requireNonNull(filed.first()));
        }
        switch (this) {
            case FIRST_ONLY -> {}
            case SECOND_ONLY -> yen.put(Plan.SECOND, Objects.requireNonNull(filed.secondUnits()) * YEN_OF_UNIT);
            case BOTH -> yen.put(Plan.SECOND, FIXED_UNITS * YEN_OF_UNIT);
        }
        return yen;
    }
}
