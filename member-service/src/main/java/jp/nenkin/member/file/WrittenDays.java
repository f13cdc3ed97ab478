package jp.nenkin.member.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseEra;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as our own CSV may write them: 2025-04-01, 2025/4/1, or 9-070401 with the digit of the era. */
final class WrittenDays {
    static final String FORMS = "2025-04-01, 2025/4/1, 9-070401";

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern SLASHES = Pattern.compile("([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})");
    private static final Pattern ERA = Pattern.compile("([0-9])-([0-9]{6})");

    private WrittenDays() {}

    /** The day that a text writes; absent if it has none of the forms or there is no such day. */
    static Optional<LocalDate> day(String text) {
        Matcher era = ERA.matcher(text);
        return era.matches() ? eraDay(era) : day(ISO.matcher(text)).or(() -> day(SLASHES.matcher(text)));
    }

    /** Whether a text is written with the digit of an era, whichever day it may be of. */
    static boolean isOfEra(String text) {
        Matcher era = ERA.matcher(text);
        return era.matches() && EraDates.ERAS.containsKey(era.group(1));
    }

    private static Optional<LocalDate> eraDay(Matcher written) {
        JapaneseEra era = EraDates.ERAS.get(written.group(1));
        return era == null ? Optional.empty() : EraDates.day(era, written.group(2));
    }

    private static Optional<LocalDate> day(Matcher written) {
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
