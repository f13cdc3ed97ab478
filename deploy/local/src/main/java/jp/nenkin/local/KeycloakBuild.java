package jp.nenkin.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.nenkin.keycloak.ServerFiles;

/** Keycloak unpacked and built once for each set of version, build options, our files and provider jars. */
record KeycloakBuild(Distributions distributions, List<String> options, List<Path> providers) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int NAME_LENGTH = 12;
    // kc.sh's own but for the collector and the compiler: on a shared machine a quick start counts for more than the
    // last of its speed. With room for code and classes, that filling it does not collect everything again and again.
    private static final String OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m"
            + " -XX:MetaspaceSize=192m -XX:MaxMetaspaceSize=256m -XX:+ExitOnOutOfMemoryError"
            + " -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
            + " -Djdk.tls.rejectClientInitiatedRenegotiation=true "
            + String.join(" ", DataFolder.CRYPTOGRAPHY_WITHOUT_OPTIMIZER) + " ";

    /** The folder of the built server. */
    Path home() {
        return SharedCache.folder(name(), this::build);
    }

    /** Different for everything that makes a different server. */
    String name() {
        return "keycloak-" + distributions.keycloakVersion() + "-" + hash().substring(0, NAME_LENGTH);
    }

    /** What every Keycloak process needs whichever shell it is started from. */
    static Map<String, String> java(String heap) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "JAVA", DataFolder.java(), "JAVA_OPTS", OPTIONS + heap);
    }

    private void build(Path home) throws IOException, InterruptedException {
        unzip(home);
        ServerFiles.installInto(home);
        for (Path provider : providers) {
            Files.copy(provider, home.resolve("providers").resolve(provider.getFileName()));
        }
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "build"));
        line.addAll(options);
        ChildProcess build = ChildProcess.start(
                ChildProcess.Command.of("keycloak build", home.resolveSibling(home.getFileName() + ".log"), line)
                        .with(java("-Xms64m -Xmx600m")));
        if (build.await(LIMIT) != 0) {
            throw build.death();
        }
    }

    /** Everything in the archive lies in one folder of the version's name, which is left out. */
    private void unzip(Path home) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(distributions.keycloakZip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (entry.isDirectory() || inside.getNameCount() < 2) {
                    continue;
                }
                Path target = home.resolve(inside.subpath(1, inside.getNameCount()));
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(zip, target);
                if (target.toString().endsWith(".sh") && !target.toFile().setExecutable(true)) {
                    throw new IOException("Cannot make executable: " + target);
                }
            }
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(options.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Path ours = Files.createTempDirectory("nenkin-keycloak-files-");
            ServerFiles.installInto(ours);
            for (Path file : files(ours)) {
                digest.update(Files.readAllBytes(file));
            }
            PrivateFiles.delete(ours);
            for (Path provider : providers) {
                try (InputStream in = Files.newInputStream(provider)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new LocalFault("Cannot read what Keycloak is built from: " + e, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
