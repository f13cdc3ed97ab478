package jp.nenkin.member.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The public holidays of Japan (国民の祝日, 休日), as far as they are data.
 *
 * @param names the holidays' names by their days
 */
record PublicHolidays(NavigableMap<LocalDate, String> names) {
    private static final PublicHolidays KNOWN = read("public-holidays.csv");

    PublicHolidays {
        names = Collections.unmodifiableNavigableMap(new TreeMap<>(names));
    }

    /** Those of the years that the resource beside this class covers. */
    static PublicHolidays known() {
        return KNOWN;
    }

    private static PublicHolidays read(String resource) {
        NavigableMap<LocalDate, String> names = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(PublicHolidays.class.getResourceAsStream(resource), resource);
                CsvReader<NamedCsvRecord> records = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            records.forEach(entry -> names.put(LocalDate.parse(entry.getField("day")), entry.getField("name")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PublicHolidays(names);
    }

    /** Whether the holidays of a year are data; of another year no day is a holiday here. */
    boolean cover(Year year) {
        return !names.subMap(year.atDay(1), year.plusYears(1).atDay(1)).isEmpty();
    }

    Optional<String> on(LocalDate day) {
        return Optional.ofNullable(names.get(day));
    }
}
