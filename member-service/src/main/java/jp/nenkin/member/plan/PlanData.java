package jp.nenkin.member.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import jp.nenkin.events.EventJson;
import org.jspecify.annotations.Nullable;

/** The parameters of the plans as data: each holds from its day on, one without a day has always held. */
public final class PlanData {
    private static final PlanData STANDARD = read("plan-data.json");

    private final Parameters parameters;

    private PlanData(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The parameters of this fund. */
    public static PlanData standard() {
        return STANDARD;
    }

    private static PlanData read(String resource) {
        try (InputStream json = Objects.requireNonNull(PlanData.class.getResourceAsStream(resource), resource)) {
            return new PlanData(EventJson.mapper().readValue(json, Parameters.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The grades of standard monthly remuneration on a day; a later entry adds to the earlier ones. */
    public Grades gradesOn(LocalDate day) {
        NavigableMap<Long, Long> bands = new TreeMap<>();
        parameters.grades().stream()
                .filter(added -> holds(added.from(), day))
                .forEach(added -> bands.putAll(added.bands()));
        return new Grades(bands);
    }

    /** How many units of the second plan a member may have on a day. */
    public UnitLimits unitsOn(LocalDate day) {
        return latest(parameters.units(), UnitLimits::from, day);
    }

    /** Between which ages somebody may be a member on a day. */
    public AgeLimits agesOn(LocalDate day) {
        return latest(parameters.ages(), AgeLimits::from, day);
    }

    /** When a filing of an event of a day is due. */
    public DueTerms dueOn(LocalDate day) {
        return latest(parameters.due(), DueTerms::from, day);
    }

    /** How many months of membership give a right to a benefit, for who joins on a day. */
    public MonthsForRight monthsForRightOn(LocalDate day) {
        return latest(parameters.monthsForRight(), MonthsForRight::from, day);
    }

    /** The days around New Year on which the fund is closed, as of a day. */
    public YearEnd yearEndOn(LocalDate day) {
        return latest(parameters.yearEnd(), YearEnd::from, day);
    }

    private static <T> T latest(List<T> entries, Function<T, @Nullable LocalDate> from, LocalDate day) {
        return entries.reversed().stream()
                .filter(entry -> holds(from.apply(entry), day))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(@Nullable LocalDate from, LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    private record Parameters(
            List<AddedGrades> grades,
            List<UnitLimits> units,
            List<AgeLimits> ages,
            List<DueTerms> due,
            List<MonthsForRight> monthsForRight,
            List<YearEnd> yearEnd) {}

    private record AddedGrades(@Nullable LocalDate from, List<Long> yen, List<Long> remunerationFrom) {
        /** The grades by the remuneration from which each holds; one without is a fault of the data. */
        Map<Long, Long> bands() {
            if (yen.size() != remunerationFrom.size()) {
                throw new IllegalStateException("A grade without its remuneration: " + this);
            }
            Map<Long, Long> bands = new TreeMap<>();
            for (int i = 0; i < yen.size(); i++) {
                bands.put(remunerationFrom.get(i), yen.get(i));
            }
            return bands;
        }
    }
}
