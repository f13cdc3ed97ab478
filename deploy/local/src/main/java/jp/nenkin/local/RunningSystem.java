package jp.nenkin.local;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.nenkin.keycloak.AdminAccess;
import jp.nenkin.keycloak.ClientSecrets;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.DemoClients;
import jp.nenkin.keycloak.DemoPeople;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.keycloak.OneTimeCodes;
import jp.nenkin.keycloak.Passwords;
import jp.nenkin.keycloak.PortalClients;
import jp.nenkin.keycloak.Tokens;

/** How a program reaches a local system that is up, be it in this process or another. */
public final class RunningSystem {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final DataFolder folder;
    private final Ports ports;
    private final Duration ahead;

    RunningSystem(DataFolder folder, Ports ports, Duration ahead) {
        this.folder = folder;
        this.ports = ports;
        this.ahead = ahead;
    }

    /** The system that {@code ./nenkin up} brought up on this data folder. */
    public static RunningSystem in(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            throw new LocalFault("No local system runs on " + data + ": start it with ./nenkin up");
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new LocalFault("Cannot read " + file + ": " + e.getMessage(), e);
        }
        Object[] numbers = Arrays.stream(Ports.class.getRecordComponents())
                .map(port -> Integer.valueOf(lines.getProperty("port." + port.getName())))
                .toArray();
        Duration ahead = Duration.parse(lines.getProperty("clock.ahead"));
        return new RunningSystem(DataFolder.at(data), ports(numbers), ahead);
    }

    public URI url(Program program) {
        return URI.create("https://localhost:" + ports.of(program));
    }

    public URI keycloakUrl() {
        return URI.create("https://localhost:" + ports.keycloak());
    }

    public Ports ports() {
        return ports;
    }

    public DataFolder folder() {
        return folder;
    }

    /** The services' time, in Japan's zone. */
    public Clock clock() {
        return Clock.offset(Clock.system(TOKYO), ahead);
    }

    public AdminAccess admin() {
        return KeycloakServer.admin(folder, ports.keycloak());
    }

    /** Makes Keycloak know these callers, so that {@link #tokens()} has tokens for them. */
    public void ensureClients(Collection<DemoClient> clients) {
        try (DemoClients known = new DemoClients(admin(), secrets())) {
            List<String> _ = known.ensure(clients);
        }
    }

    /** Makes Keycloak know the programs that people sign in with. */
    void ensurePortal() {
        List<String> _ = new PortalClients(admin(), secrets()).ensure(url(Program.AUTH));
    }

    /** Makes Keycloak know the officers, as people and as programs. */
    void ensureOfficers() {
        ensureClients(List.of(DemoClient.officerA(), DemoClient.officerB(), DemoClient.auditor()));
        ensurePeople(DemoPerson.officers());
    }

    /** Makes Keycloak know these people, who then sign in with {@link #password}. */
    public void ensurePeople(Collection<DemoPerson> people) {
        try (DemoPeople known = new DemoPeople(admin(), folder.root())) {
            List<String> _ = known.ensure(people);
        }
    }

    /** Empty for somebody who was never made known. */
    public Optional<String> password(String realm, String loginId) {
        return passwords().find(realm, loginId);
    }

    /** A code for an officer's next sign-in, which nobody was given before. */
    public String oneTimeCode(String loginId) {
        return OneTimeCodes.in(folder.root()).next("fund", loginId);
    }

    public Tokens tokens() {
        return Tokens.of(keycloakUrl(), folder.certificates().sslContext(), secrets());
    }

    void announce() {
        String numbers = Arrays.stream(Ports.class.getRecordComponents())
                .map(port -> "port.%s=%s%n".formatted(port.getName(), value(port)))
                .collect(Collectors.joining());
        boolean _ = PrivateFiles.replace(file(folder.root()), numbers + "clock.ahead=" + ahead + "\n");
    }

    static void withdraw(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new LocalFault("Cannot delete " + file(data) + ": " + e.getMessage(), e);
        }
    }

    private Passwords passwords() {
        return Passwords.in(folder.root());
    }

    private ClientSecrets secrets() {
        return ClientSecrets.in(folder.root());
    }

    private Object value(RecordComponent port) {
        try {
            return port.getAccessor().invoke(ports);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Ports ports(Object... numbers) {
        try {
            return (Ports) Ports.class.getDeclaredConstructors()[0].newInstance(numbers);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(Path data) {
        return data.resolve("running.properties");
    }
}
