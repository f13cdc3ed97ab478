package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTest {
    @TempDir
    Path folder;

    @Test
    void a_child_is_asked_to_end_by_its_own_signal() throws Exception {
        ChildProcess child =
                ChildProcess.start(script("trap 'echo in order; exit 0' USR1; echo ready; while :; do sleep 0.1; done")
                        .stoppedBy("USR1"));
        Await.until(child, Duration.ofSeconds(10), () -> log().contains("ready"));

        child.stop();

        assertThat(child.isAlive()).isFalse();
        assertThat(log()).contains("in order");
    }

    @Test
    void a_child_that_does_not_listen_is_killed_with_its_own_children_when_its_grace_is_over() throws Exception {
        ChildProcess child = ChildProcess.start(new ChildProcess.Command(
                "deaf",
                List.of("sh", "-c", "trap '' TERM; sleep 1000 & echo $!; echo ready; wait; sleep 1000"),
                Map.of(),
                folder.resolve("log"),
                "TERM",
                Duration.ofSeconds(1)));
        Await.until(child, Duration.ofSeconds(10), () -> log().contains("ready"));
        long grandchild = Long.parseLong(log().lines().findFirst().orElseThrow());

        child.stop();

        assertThat(child.isAlive()).isFalse();
        awaitGone(grandchild);
    }

    @Test
    void children_end_when_the_process_that_started_them_is_killed() throws Exception {
        Path pid = folder.resolve("pid");
        Process parent = new ProcessBuilder(
                        DataFolder.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        pid.toString(),
                        folder.resolve("log").toString())
                .inheritIO()
                .start();
        while (!Files.exists(pid)) {
            Thread.sleep(50);
        }
        long child = Long.parseLong(Files.readString(pid));
        assertThat(Leftovers.in(folder)).extracting(ProcessHandle::pid).containsExactly(child);

        parent.destroyForcibly().waitFor();

        awaitGone(child);
        assertThat(Leftovers.in(folder)).isEmpty();
    }

    @Test
    void a_child_that_ends_by_itself_is_told_with_the_end_of_its_log() {
        ChildProcess child = ChildProcess.start(script("echo cannot find my hat; exit 3"));

        assertThatThrownBy(() -> Await.until(child, Duration.ofSeconds(10), () -> false))
                .isInstanceOf(LocalFault.class)
                .hasMessageContainingAll("trial", "exit status 3", "cannot find my hat", folder.toString());
    }

    @Test
    void an_earlier_runs_log_is_kept_beside() throws Exception {
        ChildProcess.start(script("echo first")).await(Duration.ofSeconds(10));
        ChildProcess.start(script("echo second")).await(Duration.ofSeconds(10));

        assertThat(log()).isEqualTo("second\n");
        assertThat(folder.resolve("log.previous")).hasContent("first\n");
    }

    /** A parent that will be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            ChildProcess child = ChildProcess.start(
                    ChildProcess.Command.of("orphan", Path.of(arguments[1]), List.of("sleep", "1000")));
            Path pid = Path.of(arguments[0]);
            Path written = Files.writeString(pid.resolveSibling("pid.new"), Long.toString(child.pid()));
            Files.move(written, pid);
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private ChildProcess.Command script(String text) {
        return ChildProcess.Command.of("trial", folder.resolve("log"), List.of("sh", "-c", text));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static void awaitGone(long pid) throws InterruptedException {
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(50);
        }
    }
}
