package jp.nenkin.member.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseEra;
import java.util.Optional;

/** Days as our own CSV may write them: 2025-04-01, 2025/4/1, or 9-070401 with the digit of the era. */
final class WrittenDays {
    static final String FORMS = "2025-04-01, 2025/4/1, 9-070401";

    private WrittenDays() {}

    /** The day that a text writes; absent if it has none of the forms or there is no such day. */
    static Optional<LocalDate> day(String text) {
        boolean isSlashed = text.indexOf('/') >= 0;
        String[] parts = text.split(isSlashed ? "/" : "-", -1);
        for (String part : parts) {
            if (!Characters.areDigits(part)) {
                return Optional.empty();
            }
        }
        return switch (parts.length) {
            case 2 -> isSlashed ? Optional.empty() : eraDay(parts[0], parts[1]);
            case 3 -> hasLengths(parts, isSlashed ? 1 : 2) ? day(parts) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a text is written with the digit of an era, whichever day it may be of. */
    static boolean isOfEra(String text) {
        String[] parts = text.split("-", -1);
        return parts.length == 2 && EraDates.ERAS.containsKey(parts[0]) && EraDates.isWritten(parts[1]);
    }

    private static Optional<LocalDate> eraDay(String digit, String day) {
        JapaneseEra era = EraDates.ERAS.get(digit);
        return era == null ? Optional.empty() : EraDates.day(era, day);
    }

    /** Whether these are four digits of a year, and two of month and day, or one where that is enough. */
    private static boolean hasLengths(String[] parts, int fewest) {
        return parts[0].length() == 4 && isShort(parts[1], fewest) && isShort(parts[2], fewest);
    }

    private static boolean isShort(String part, int fewest) {
        return fewest <= part.length() && part.length() <= 2;
    }

    private static Optional<LocalDate> day(String[] parts) {
        try {
            return Optional.of(
                    LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
