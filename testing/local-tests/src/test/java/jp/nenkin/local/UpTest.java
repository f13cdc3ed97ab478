package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program behind {@code ./nenkin up} as a process, with stubs for the services. */
@Timeout(300)
class UpTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path project;

    private final List<Process> started = new ArrayList<>();
    private Path data;
    private int base;

    /** So that the runs here take the short way too. */
    @BeforeAll
    static void prepare() {
        Path _ = PreparedDatabases.make();
    }

    @BeforeEach
    void project() throws IOException {
        for (Path jar : HealthyProgram.jarsIn(project).values()) {
            // None is made at the end then: to write down what four stubs load takes longer than all their starts.
            Path cache = Files.createFile(StartCache.of(jar).file());
            Files.setLastModifiedTime(
                    cache,
                    FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(1)));
        }
        Files.createDirectories(project.resolve(".nenkin"));
        Files.createSymbolicLink(project.resolve(".nenkin/cache"), ProjectFolder.cache());
        data = project.resolve(".nenkin/data");
        base = Ports.free().member();
        while (Ports.from(base).anyTaken()) {
            base += 200;
        }
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        awaitNoProcess();
        Files.delete(project.resolve(".nenkin/cache"));
    }

    /** One life of a data folder in one test, since every start costs seconds. */
    @Test
    void a_system_comes_up_and_stops_and_tells_what_befalls_it() throws Exception {
        Process first = up("first", "--no-demo", "--clock", "2025-05-01T09:00:00+09:00");
        awaitLine(first, "first", "The system is up");
        assertThat(log("ledger-service"))
                .contains("NENKIN_CLOCK_START=2025-05-01T00:00:00Z", "NENKIN_KAFKA=localhost:" + (base + 92));
        String anchor = line(log("ledger-service"), "NENKIN_CLOCK_ANCHOR");
        onlyTlsIsSpoken();

        Process second = up("second");
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output("second").lines().filter(line -> !line.startsWith("NOTE: Picked up")))
                .singleElement()
                .asString()
                .contains("already running on " + data, "process " + first.pid());

        // Takes the way of Ctrl-C; INT itself is ignored where a script has started the tests in the background.
        signal("TERM", first);
        assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(first.exitValue()).isEqualTo(143);
        assertThat(output("first"))
                .containsSubsequence("Stopping services", "Stopping Keycloak", "Stopping PostgreSQL", "Stopped.");
        awaitNoProcess();

        // Stubs take no fund; a restart without --no-demo must not even try when it was loaded before.
        Files.writeString(data.resolve("setup.properties"), "step.DEMO=done\n", StandardOpenOption.APPEND);
        Process third = up("third");
        awaitLine(third, "third", "The system is up");
        assertThat(output("third")).doesNotContain("Demo fund");
        assertThat(line(log("ledger-service"), "NENKIN_CLOCK_ANCHOR")).isEqualTo(anchor);
        aDeadChildEndsTheWhole(third);
        aChildThatCannotStartIsTold();
        aCutOffSetupIsTold();
    }

    private void onlyTlsIsSpoken() throws IOException {
        var trust = DataFolder.at(data).certificates().sslContext();
        for (int port : List.of(base + 43, base + 44)) {
            assertThat(Plain.isAnswered(port)).isFalse();
            assertThat(Plain.tls(trust, port)).isEqualTo("TLSv1.3");
        }
    }

    private void aDeadChildEndsTheWhole(Process up) throws Exception {
        up.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("kafka_2.13"))
                .findAny()
                .orElseThrow()
                .destroyForcibly();

        assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(output("third"))
                .contains("nenkin up: kafka stopped by itself", data.resolve("logs/kafka.log") + ":");
        awaitNoProcess();
    }

    private void aChildThatCannotStartIsTold() throws Exception {
        Path identity = data.resolve("kafka/meta.properties");
        String whole = Files.readString(identity);
        Files.writeString(identity, whole.replace("node.id=1", "node.id=7"));

        assertRefused("foreign-kafka", "nenkin up: kafka stopped by itself");

        Files.writeString(identity, whole);
    }

    private void aCutOffSetupIsTold() throws Exception {
        Path setup = data.resolve("setup.properties");
        Files.writeString(setup, Files.readString(setup).replace("KAFKA=done", "KAFKA=begun"));

        assertRefused("half", "is half-written (the setup of KAFKA was cut off): start over with --fresh.");
    }

    @Test
    void what_is_in_the_way_is_told_in_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(base + 92, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertRefused("port", "Port " + (base + 92) + ", which Kafka needs, is taken by another program");
        }
        PrivateFiles.delete(data);
        Files.createDirectories(data);
        Files.writeString(data.resolve("thesis.txt"), "two years of work");
        assertRefused("foreign", data + " holds files and is no data folder", "--fresh");
        assertThat(data.resolve("thesis.txt")).exists();
        Files.delete(project.resolve("auth-service/target/quarkus-app/quarkus-run.jar"));
        assertRefused("jar", "auth-service is not built");
    }

    private void assertRefused(String name, String told, String... options) throws Exception {
        Process up = up(name, options);
        assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(output(name).lines().filter(line -> line.startsWith("nenkin up: ")))
                .singleElement()
                .asString()
                .contains(told);
        assertThat(ours().map(ProcessHandle::info)).isEmpty();
        assertThat(output(name)).doesNotContain("at jp.nenkin");
    }

    private Process up(String name, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                DataFolder.java(),
                "-Dnenkin.root=" + project,
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                "--port-base",
                Integer.toString(base)));
        line.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(project.resolve(name + ".out").toFile());
        // For what it starts too: none of it lives long enough for the optimizing compiler.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private void awaitLine(Process process, String name, String text) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!output(name).contains(text)) {
            assertThat(process.isAlive()).as(output(name)).isTrue();
            assertThat(System.nanoTime()).as(output(name)).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private String output(String name) throws IOException {
        return Files.readString(project.resolve(name + ".out"));
    }

    private String log(String name) throws IOException {
        return Files.readString(data.resolve("logs").resolve(name + ".log"));
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Every process of a run names the data folder or the project in its command line or listens on its ports. */
    private void awaitNoProcess() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (Ports.from(base).anyTaken() || ours().findAny().isPresent()) {
            assertThat(System.nanoTime())
                    .as(ours().map(ProcessHandle::info).toList().toString())
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }

    private Stream<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(project.toString()));
    }
}
