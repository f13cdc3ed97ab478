package jp.nenkin.local;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where Maven put the servers we start, as written down when deploy/local was built.
 *
 * @param keycloakProvider what of ours runs inside Keycloak
 */
record Distributions(
        String kafkaVersion, String kafkaClasspath, String keycloakVersion, Path keycloakZip, Path keycloakProvider) {
    private static final String MEND = "; build it again: ./mvnw -pl deploy/local -am -DskipTests package";

    static Distributions found() {
        Path file = ProjectFolder.cache().resolve("servers.properties");
        if (!Files.exists(file)) {
            throw new LocalFault("Kafka and Keycloak are not fetched yet (" + file + " is missing)" + MEND);
        }
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            written.load(reader);
        } catch (IOException e) {
            throw new LocalFault("Cannot read " + file + MEND, e);
        }
        Distributions distributions = new Distributions(
                written.getProperty("kafka.version", ""),
                written.getProperty("kafka.classpath", ""),
                written.getProperty("keycloak.version", ""),
                Path.of(written.getProperty("keycloak.zip", "")),
                Path.of(written.getProperty("keycloak.provider", "")));
        distributions.check(file);
        return distributions;
    }

    private void check(Path file) {
        String firstJar = kafkaClasspath.split(File.pathSeparator, 2)[0];
        if (!Files.isRegularFile(keycloakProvider)) {
            throw new LocalFault("Our part of Keycloak is not built (" + keycloakProvider + " is missing)" + MEND);
        }
        if (!Files.isRegularFile(keycloakZip) || !Files.isRegularFile(Path.of(firstJar))) {
            throw new LocalFault("What " + file + " names is gone from the local Maven repository" + MEND);
        }
    }
}
