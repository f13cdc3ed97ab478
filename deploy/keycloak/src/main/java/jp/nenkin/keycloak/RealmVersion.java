package jp.nenkin.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a Keycloak that was prepared once is what {@link RealmJob} and {@link PeopleClient} would make. */
public final class RealmVersion {

    private static final List<Class<?>> PROGRAM = List.of(
            RealmJob.class,
            RealmFile.class,
            Overlay.class,
            LiveRealm.class,
            LiveFlows.class,
            FlowSteps.class,
            PeopleClient.class,
            PortalClients.class);

    private RealmVersion() {}

    /** The SHA-256 of the files that declare the realms and of the program that reads them, in hexadecimal digits. */
    public static String current() {
        MessageDigest digest = sha256();
        inputs().forEach(name -> digest.update(bytes(name)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stream<String> inputs() {
        Stream<String> realms =
                Stream.concat(Stream.of("common"), RealmFile.REALMS.stream()).map("/realms/%s.json"::formatted);
        Stream<String> program = PROGRAM.stream().map(each -> each.getSimpleName() + ".class");
        return Stream.of(realms, Stream.of("/clients/" + PeopleClient.NAME + ".json"), program)
                .flatMap(names -> names);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = RealmVersion.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("not among the resources: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
