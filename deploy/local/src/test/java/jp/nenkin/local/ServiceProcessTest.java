package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
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

    /** A service that ends at once. */
    static final class Broken {
        private Broken() {}

        public static void main(String[] arguments) {
            System.out.println("no table for two");
            System.exit(4);
        }
    }

    private ServiceProcess service(Class<?> mainClass) throws Exception {
        LocalCertificates certificates = DataFolder.at(folder.resolve("data")).certificates();
        ServerCertificate tls = certificates.of("notice-service");
        int port = Ports.free().notice();
        Map<String, String> environment = Map.of(
                "NENKIN_HTTP_PORT", Integer.toString(port),
                "NENKIN_TLS_CERT", tls.certificate().toString(),
                "NENKIN_TLS_KEY", tls.key().toString());
        ServiceProcess.Launch launch = new ServiceProcess.Launch(
                Program.NOTICE,
                HealthyProgram.jar(folder.resolve("notice.jar"), mainClass),
                List.of(),
                port,
                environment,
                folder.resolve("notice.log"));
        HttpClient client =
                HttpClient.newBuilder().sslContext(certificates.sslContext()).build();
        return new ServiceProcess(launch, client, watched::add);
    }
}
