package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import jp.nenkin.local.SetupRecord.ClockStart;
import jp.nenkin.local.SetupRecord.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupRecordTest {
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_setup_that_was_cut_off_is_refused() {
        SetupRecord.in(folder).begin(Step.KEYCLOAK);

        assertThatThrownBy(() -> SetupRecord.in(folder).refuseHalfWritten(DataFolder.at(folder)))
                .isInstanceOf(LocalFault.class)
                .hasMessageContainingAll("half-written", "KEYCLOAK", "--fresh");
    }

    @Test
    void data_that_is_not_written_down_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("kafka"));

        assertThatThrownBy(() -> SetupRecord.in(folder).refuseHalfWritten(DataFolder.at(folder)))
                .isInstanceOf(LocalFault.class)
                .hasMessageContainingAll("half-written", "KAFKA", "--fresh");
    }

    @Test
    void data_that_is_written_down_and_not_there_is_refused() {
        SetupRecord.in(folder).done(Step.POSTGRESQL);

        assertThatThrownBy(() -> SetupRecord.in(folder).refuseHalfWritten(DataFolder.at(folder)))
                .isInstanceOf(LocalFault.class)
                .hasMessageContainingAll("half-written", "POSTGRESQL", "--fresh");
    }

    @Test
    void an_empty_folder_is_not_half_written() {
        SetupRecord.in(folder).refuseHalfWritten(DataFolder.at(folder));
    }

    @Test
    void the_clock_goes_on_from_where_it_was_started() {
        SetupRecord.in(folder).clock(MAY, NOW);

        ClockStart kept = Objects.requireNonNull(SetupRecord.in(folder).clock(null, NOW.plusSeconds(500)));

        assertThat(kept).isEqualTo(new ClockStart(MAY, NOW));
        assertThat(kept.at(NOW.plusSeconds(500))).isEqualTo(MAY.plusSeconds(500));
    }

    @Test
    void another_clock_needs_a_fresh_folder() {
        SetupRecord setup = SetupRecord.in(folder);
        setup.clock(MAY, NOW);

        assertThat(setup.clock(MAY, NOW.plusSeconds(9))).isEqualTo(new ClockStart(MAY, NOW));
        assertThatThrownBy(() -> setup.clock(MAY.plusSeconds(1), NOW))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("--fresh");
    }

    @Test
    void a_folder_of_the_real_time_cannot_be_given_a_clock() {
        SetupRecord setup = SetupRecord.in(folder);
        assertThat(setup.clock(null, NOW)).isNull();
        setup.done(Step.POSTGRESQL);

        assertThatThrownBy(() -> setup.clock(MAY, NOW))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("--fresh");
    }
}
