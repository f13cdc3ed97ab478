package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LocalOptionsTest {
    private static final Path PROJECT = Path.of("/project");

    @Test
    void without_options_the_demo_fund_on_the_usual_ports_and_the_real_time() {
        LocalOptions options = LocalOptions.parse(PROJECT);

        assertThat(options.data()).isEqualTo(Path.of("/project/.nenkin/data"));
        assertThat(options.ports().member()).isEqualTo(18_101);
        assertThat(options.demo()).isTrue();
        assertThat(options.fresh()).isFalse();
        assertThat(options.clockStart()).isNull();
        assertThat(options.jars().get(Program.LEDGER))
                .isEqualTo(Path.of("/project/ledger-service/target/quarkus-app/quarkus-run.jar"));
    }

    @Test
    void every_option_is_heard() {
        LocalOptions options = LocalOptions.parse(
                PROJECT,
                "--fresh",
                "--no-demo",
                "--seed",
                "7",
                "--port-base",
                "30000",
                "--data",
                "/elsewhere",
                "--clock",
                "2025-05-01T09:00:00+09:00");

        assertThat(options.fresh()).isTrue();
        assertThat(options.demo()).isFalse();
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.ports().kafka()).isEqualTo(30_092);
        assertThat(options.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(options.clockStart()).isEqualTo(Instant.parse("2025-05-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_command_line_is_told_in_one_line(String[] arguments, String told) {
        assertThatThrownBy(() -> LocalOptions.parse(PROJECT, arguments))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining(told)
                .message()
                .doesNotContain("\n");
    }

    static Stream<Arguments> a_wrong_command_line_is_told_in_one_line() {
        return Stream.of(
                Arguments.of(new String[] {"--quick"}, "Unknown option --quick"),
                Arguments.of(new String[] {"--seed"}, "--seed needs a value"),
                Arguments.of(new String[] {"--seed", "many"}, "--seed needs a whole number, not many"),
                Arguments.of(new String[] {"--port-base", "x"}, "--port-base needs a whole number, not x"),
                Arguments.of(new String[] {"--port-base", "65500"}, "--port-base"),
                Arguments.of(new String[] {"--clock", "yesterday"}, "--clock needs a time like 2025-05-01T"));
    }
}
