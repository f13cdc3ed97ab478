package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServiceProcessTest {
    @TempDir
    Path folder;

    private final List<ChildProcess> watched = new ArrayList<>();

    @Test
    void a_service_is_started_killed_and_started_again() throws Exception {
        try (ServiceProcess service = service(HealthyProgram.class)) {
            service.start();
            assertThat(service.isRunning()).isTrue();

            service.kill();
            assertThat(service.isRunning()).isFalse();
            assertThat(service.counts(watched.getFirst())).isFalse();

            service.start();
            assertThat(service.isRunning()).isTrue();
            assertThat(service.counts(watched.getLast())).isTrue();
        }
        assertThat(watched).hasSize(2).noneMatch(ChildProcess::isAlive);
    }

    @Test
    void a_service_that_cannot_start_is_told_with_the_end_of_its_log() throws Exception {
        try (ServiceProcess service = service(Broken.class)) {
            assertThatThrownBy(service::start)
                    .isInstanceOf(LocalFault.class)
                    .hasMessageContainingAll("notice-service", "exit status 4", "no table for two", "notice.log");
            assertThat(service.isRunning()).isFalse();
        }
    }

    @Test
    void a_service_that_ends_in_order_leaves_a_cache_that_its_next_start_uses() throws Exception {
        Path jar = HealthyProgram.jar(folder.resolve("notice.jar"), HealthyProgram.class);
        StartCache cache = StartCache.of(jar);
        try (ServiceProcess killed = service(jar, true)) {
            killed.start();
            assertThat(arguments()).contains("-XX:AOTCacheOutput=");
            killed.kill();
        }
        assertThat(cache.isPresent()).isFalse();

        try (ServiceProcess ended = service(jar, true)) {
            ended.start();
        }
        assertThat(cache.isPresent()).isTrue();

        try (ServiceProcess next = service(jar, true)) {
            next.start();
            assertThat(arguments()).contains("-XX:AOTCache=" + cache.file());
        }
    }

    @Test
    void what_is_no_cache_keeps_no_service_from_starting() throws Exception {
        Path jar = HealthyProgram.jar(folder.resolve("notice.jar"), HealthyProgram.class);
        StartCache cache = StartCache.of(jar);
        Files.writeString(cache.file(), "half of something");
        Files.setLastModifiedTime(
                cache.file(),
                FileTime.from(Files.getLastModifiedTime(jar).toInstant().plusSeconds(1)));

        try (ServiceProcess service = service(jar, true)) {
            service.start();
            assertThat(arguments()).contains("-XX:AOTCache=" + cache.file());
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void a_cache_from_before_the_jar_is_none() throws Exception {
        Path jar = HealthyProgram.jar(folder.resolve("notice.jar"), HealthyProgram.class);
        StartCache cache = StartCache.of(jar);
        Files.writeString(cache.file(), "of an earlier build");
        Files.setLastModifiedTime(
                cache.file(),
                FileTime.from(Files.getLastModifiedTime(jar).toInstant().minusSeconds(1)));

        assertThat(cache.isPresent()).isFalse();
    }

    private String arguments() {
        return ProcessHandle.of(watched.getLast().pid())
                .flatMap(process -> process.info().arguments())
                .map(arguments -> String.join(" ", arguments))
                .orElseThrow();
    }

    /** A service that ends at once. */
    static final class Broken {
        private Broken() {}

        public static void main(String[] arguments) {
            System.out.println("no table for two");
            System.exit(4);
        }
    }

    private ServiceProcess service(Class<?> mainClass) throws Exception {
        return service(HealthyProgram.jar(folder.resolve("notice.jar"), mainClass), false);
    }

    private ServiceProcess service(Path jar, boolean cached) throws Exception {
        LocalCertificates certificates = DataFolder.at(folder.resolve("data")).certificates();
        ServerCertificate tls = certificates.of("notice-service");
        int port = Ports.free().notice();
        Map<String, String> environment = Map.of(
                "NENKIN_HTTP_PORT", Integer.toString(port),
                "NENKIN_TLS_CERT", tls.certificate().toString(),
                "NENKIN_TLS_KEY", tls.key().toString());
        ServiceProcess.Launch launch = new ServiceProcess.Launch(
                Program.NOTICE,
                jar,
                new ServiceJava(List.of(), cached),
                port,
                environment,
                folder.resolve("notice.log"));
        HttpClient client =
                HttpClient.newBuilder().sslContext(certificates.sslContext()).build();
        return new ServiceProcess(launch, client, watched::add);
    }
}
