package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCertificatesTest {
    private static final Instant NOW = Instant.parse("2025-05-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_servers_certificate_is_signed_by_the_ca_and_names_the_server_and_this_machine() throws Exception {
        LocalCertificates certificates = LocalCertificates.in(folder, InstantSource.fixed(NOW));
        ServerCertificate files = certificates.of("kafka");

        X509Certificate server = read(files.certificate());
        server.verify(read(files.ca()).getPublicKey());
        server.checkValidity(java.util.Date.from(NOW));
        assertThat(server.getSubjectAlternativeNames())
                .contains(List.of(2, "kafka"), List.of(2, "localhost"), List.of(7, "127.0.0.1"))
                .hasSize(4);
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void keys_are_readable_by_their_owner_only() throws Exception {
        ServerCertificate files =
                LocalCertificates.in(folder, InstantSource.fixed(NOW)).of("kafka");

        for (Path key : List.of(files.key(), folder.resolve("ca-key.pem"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void ca_and_certificates_are_kept() throws Exception {
        LocalCertificates first = LocalCertificates.in(folder, InstantSource.fixed(NOW));
        X509Certificate before = read(first.of("kafka").certificate());

        LocalCertificates second = LocalCertificates.in(folder, InstantSource.fixed(NOW.plus(Duration.ofDays(300))));

        assertThat(read(second.of("kafka").certificate())).isEqualTo(before);
    }

    @Test
    void a_certificate_that_ends_soon_is_made_anew_by_the_same_ca() throws Exception {
        LocalCertificates first = LocalCertificates.in(folder, InstantSource.fixed(NOW));
        X509Certificate before = read(first.of("kafka").certificate());

        LocalCertificates later = LocalCertificates.in(folder, InstantSource.fixed(NOW.plus(Duration.ofDays(390))));
        X509Certificate after = read(later.of("kafka").certificate());

        assertThat(after.getNotAfter()).isAfter(before.getNotAfter());
        after.verify(read(first.caFile()).getPublicKey());
    }

    private static X509Certificate read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
