package jp.nenkin.member.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.Plan;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.upload.Reason;
import jp.nenkin.member.upload.RowType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivedLineTest {
    private static final Origin ROW = new Origin(new UUID(0, 1), 1, 6, RowType.EMPLOYED, null, null, 300_000L);
    private static final Finding.Nothing NOTHING = nothing(FilingProblem.NOTHING_CHANGES, "2025-10-01");

    private static Finding.Nothing nothing(FilingProblem why, String day) {
        return new Finding.Nothing(Reason.of(why, Map.of("effectiveFrom", day)));
    }

    private static Finding change(long former, long base) {
        return new Finding.Change(
                new FiledBases(base, null),
                List.of(new Finding.Figure(Plan.FIRST, former, LocalDate.of(2015, 4, 1), base)));
    }

    private static DerivedLine line(int number, @Nullable String member, @Nullable Origin origin, Finding finding) {
        return new DerivedLine(number, member, "年金 太郎", origin, finding);
    }

    @Test
    void lines_agree_that_say_the_same_of_the_same_person() {
        DerivedLine line = line(1, "0000000001", ROW, change(300_000, 320_000));
        assertThat(line.agrees(line(1, "0000000001", ROW, change(300_000, 320_000))))
                .isTrue();
        assertThat(line.agrees(new DerivedLine(1, "0000000001", "新 姓", ROW, line.finding())))
                .isTrue();
        assertThat(line.agrees(line(2, "0000000001", ROW, line.finding()))).isFalse();
        assertThat(line.agrees(line(1, "0000000002", ROW, line.finding()))).isFalse();
        assertThat(line.agrees(line(1, "0000000001", null, line.finding()))).isFalse();
        assertThat(line.agrees(line(1, "0000000001", ROW, change(310_000, 320_000))))
                .isFalse();
        assertThat(line.agrees(line(1, "0000000001", ROW, NOTHING))).isFalse();
    }

    @Test
    void of_a_reason_the_code_alone_counts() {
        DerivedLine line = line(1, null, ROW, NOTHING);
        assertThat(line.agrees(line(1, null, ROW, nothing(FilingProblem.NOTHING_CHANGES, "2026-04-01"))))
                .isTrue();
        assertThat(line.agrees(line(1, null, ROW, nothing(FilingProblem.NOT_A_MEMBER, "2025-10-01"))))
                .isFalse();
        assertThat(line.agrees(line(1, null, ROW, new Finding.Leaver()))).isFalse();
    }
}
