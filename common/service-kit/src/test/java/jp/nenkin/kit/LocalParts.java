package jp.nenkin.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import jp.nenkin.keycloak.AdminAccess;
import jp.nenkin.keycloak.ClientSecrets;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.DemoClients;
import jp.nenkin.keycloak.DemoPeople;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.keycloak.OneTimeCodes;
import jp.nenkin.keycloak.Passwords;
import jp.nenkin.keycloak.PeopleClient;
import jp.nenkin.keycloak.PortalClients;
import jp.nenkin.keycloak.Tokens;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.KafkaServer;
import jp.nenkin.local.KeycloakServer;
import jp.nenkin.local.MailServer;
import jp.nenkin.local.Ports;
import jp.nenkin.local.PostgresServer;
import jp.nenkin.local.Program;
import jp.nenkin.local.ServerCertificate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A real PostgreSQL, Kafka and Keycloak for a service's tests, and what tests need to reach them and the service.
 *
 * <p>Started once per test run: {@code @WithTestResource(LocalParts.class)} on every test class. The static methods are
 * for the tests; they read where things are from the application's configuration.
 */
public final class LocalParts implements QuarkusTestResourceLifecycleManager {
    private static final String FOLDER = "nenkin.test.folder";
    private static final Map<String, DataFolder> FOLDERS = new ConcurrentHashMap<>();
    /** One for each broker: to connect by TLS costs more than to send. */
    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private static final Map<URI, List<String>> PORTALS = new ConcurrentHashMap<>();
    private static final Map<String, DemoPeople> PEOPLE = new ConcurrentHashMap<>();

    private final DataFolder folder = DataFolder.prepared();
    private final Ports ports = Ports.free();
    private final List<AutoCloseable> running = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        atOnce(List.of(this::startPostgresThenKeycloak, this::startKafka));
        Map<String, String> configuration = new HashMap<>();
        ServerCertificate tls = folder.certificates().of("service");
        configuration.put(FOLDER, folder.root().toString());
        configuration.put("nenkin.http.port", Integer.toString(ports.member()));
        configuration.put("nenkin.tls.cert", tls.certificate().toString());
        configuration.put("nenkin.tls.key", tls.key().toString());
        configuration.put("nenkin.ca", tls.ca().toString());
        configuration.put("nenkin.kafka", "localhost:" + ports.kafka());
        configuration.put("nenkin.keycloak", "https://localhost:" + ports.keycloak());
        configuration.put("nenkin.test.postgres", Integer.toString(ports.postgres()));
        String portal = "https://localhost:" + ports.member();
        configuration.put("nenkin.portal.url", portal);
        ClientSecrets secrets = ClientSecrets.in(folder.root());
        for (String realm : List.of("member", "fund")) {
            configuration.put(
                    "nenkin.edge.%s.secret".formatted(realm), secrets.createIfMissing(realm, PortalClients.EDGE));
        }
        configuration.put("nenkin.keycloak.secret", PeopleClient.secret(secrets));
        configuration.put("nenkin.smtp.host", "localhost");
        configuration.put("nenkin.smtp.port", Integer.toString(ports.smtps()));
        configuration.put("nenkin.test.imaps", Integer.toString(ports.imaps()));
        configuration.put("nenkin.mail.from", "no-reply@fund.example");
        // The databases differ, the servers do not: a service's own settings say which one it is.
        for (Program program : Program.values()) {
            String name = program.database();
            configuration.put(
                    "nenkin.test.app-password." + name, folder.secrets().of(program.appSecret()));
            configuration.put(
                    "nenkin.test.migrator-password." + name, folder.secrets().of(program.migratorSecret()));
        }
        configuration.put(
                "nenkin.db.url",
                "jdbc:postgresql://localhost:%d/${nenkin.database}?sslmode=verify-full&sslrootcert=%s"
                        .formatted(ports.postgres(), tls.ca()));
        configuration.put("nenkin.db.app.password", "${nenkin.test.app-password.${nenkin.database}}");
        configuration.put("nenkin.db.migrator.password", "${nenkin.test.migrator-password.${nenkin.database}}");
        return configuration;
    }

    @Override
    public void stop() {
        running.reversed().forEach(LocalParts::close);
        folder.delete();
    }

    /** In new threads, which have this one's class loader: the pool's would find other classes of the same name. */
    private static void atOnce(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private void startPostgresThenKeycloak() {
        PostgresServer postgres = PostgresServer.start(folder, ports.postgres(), PostgresServer.Durability.NONE);
        running.add(postgres);
        running.add(KeycloakServer.start(folder, ports.keycloak(), ports.keycloakManagement(), postgres));
    }

    private void startKafka() {
        running.add(KafkaServer.start(folder, ports.kafka(), ports.kafkaController()));
    }

    /** A request as this caller, JSON unless it says otherwise. */
    public static RequestSpecification as(DemoClient client) {
        return anonymous().auth().oauth2(token(client));
    }

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        return RestAssured.given()
                .baseUri("https://localhost:" + setting("nenkin.http.port"))
                .config(KeptConnections.trusting(setting("nenkin.ca")))
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification asOfficer() {
        return as(DemoClient.officerA());
    }

    /** The second officer: what one proposes, the other approves. */
    public static RequestSpecification asOtherOfficer() {
        return as(DemoClient.officerB());
    }

    /** The officer who reads everything and changes nothing. */
    public static RequestSpecification asAuditor() {
        return as(DemoClient.auditor());
    }

    public static RequestSpecification asEstablishment(String number) {
        return as(DemoClient.establishment(number));
    }

    public static RequestSpecification asConsultant(String code) {
        return as(DemoClient.consultant(code));
    }

    public static RequestSpecification asMember(String number) {
        return as(DemoClient.member(number));
    }

    /** A current access token; the client is made in Keycloak when it is first asked for. */
    public static String token(DemoClient client) {
        return Known.CALLERS
                .computeIfAbsent(URI.create(setting("nenkin.keycloak")), Known::in)
                .token(client);
    }

    /** Makes Keycloak know the portal, which the service under test is then; once, as nothing takes it away. */
    public static void ensurePortal() {
        List<String> _ = PORTALS.computeIfAbsent(
                URI.create(setting("nenkin.portal.url")),
                portal -> new PortalClients(admin(), ClientSecrets.in(folder().root())).ensure(portal));
    }

    /** Makes Keycloak know somebody who signs in, and tells the password. */
    public static String password(DemoPerson person) {
        List<String> _ = PEOPLE.computeIfAbsent(
                        setting("nenkin.keycloak"), keycloak -> new DemoPeople(admin(), folder().root()))
                .ensure(List.of(person));
        return Passwords.in(folder().root())
                .find(person.realm(), person.loginId())
                .orElseThrow();
    }

    /** A code for the next sign-in of an officer, who was made known before. */
    public static String oneTimeCode(DemoPerson officer) {
        return OneTimeCodes.in(folder().root()).next(officer.realm(), officer.loginId());
    }

    /** All rights in Keycloak: to prepare, and to do what an administrator might. */
    public static AdminAccess admin() {
        DataFolder folder = folder();
        return new AdminAccess(
                URI.create(setting("nenkin.keycloak")),
                folder.certificates().sslContext(),
                "local-admin",
                folder.secrets().of("keycloak-admin"));
    }

    /** A connection to the service's database as the superuser, above all rights: to look and to prepare. */
    public static Connection database() throws SQLException {
        return connect("postgres", folder().secrets().of("postgres-superuser"));
    }

    /** A connection as the service's own role, with its rights and without any scope. */
    public static Connection databaseAsService() throws SQLException {
        return connect(setting("nenkin.database") + "_app", setting("nenkin.db.app.password"));
    }

    /** Sends what other services would, in this order, and waits until Kafka has it. */
    public static void send(List<ProducerRecord<String, byte[]>> records) {
        KafkaProducer<String, byte[]> producer = PRODUCERS.computeIfAbsent(
                setting("nenkin.kafka"),
                kafka -> new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer()));
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        try {
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata _ = one.get();
            }
        } catch (InterruptedException | ExecutionException fault) {
            throw new IllegalStateException("Not sent", fault);
        }
    }

    /** Starts the mail server that the service is told of: away before, and away again once the test closes it. */
    public static MailServer mail() {
        return MailServer.start(
                folder(),
                Integer.parseInt(setting("nenkin.smtp.port")),
                Integer.parseInt(setting("nenkin.test.imaps")));
    }

    /** All records of a topic from its beginning, until the condition holds of them or the time is over. */
    public static List<ConsumerRecord<String, byte[]>> read(
            String topic, Duration limit, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        Map<String, Object> settings = kafka();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            long end = System.nanoTime() + limit.toNanos();
            while (!enough.test(found) && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    private static Map<String, Object> kafka() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", setting("nenkin.kafka"));
        settings.put("security.protocol", "SSL");
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", setting("nenkin.ca"));
        return settings;
    }

    private static Connection connect(String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("currentSchema", setting("nenkin.database"));
        return DriverManager.getConnection(setting("nenkin.db.url"), login);
    }

    /** A client's TLS for whatever runs here. */
    public static SSLContext tls() {
        return folder().certificates().sslContext();
    }

    private static DataFolder folder() {
        return FOLDERS.computeIfAbsent(setting(FOLDER), path -> DataFolder.at(Path.of(path)));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception fault) {
            throw new IllegalStateException("Not stopped: " + server, fault);
        }
    }

    /** Whom a Keycloak was told of, through one session for all of them, and their tokens for as long as they last. */
    private record Known(DemoClients clients, Tokens tokens, Set<DemoClient> callers) {
        private static final Map<URI, Known> CALLERS = new ConcurrentHashMap<>();

        static Known in(URI keycloak) {
            DataFolder folder = folder();
            ClientSecrets secrets = ClientSecrets.in(folder.root());
            return new Known(
                    new DemoClients(admin(), secrets),
                    Tokens.of(keycloak, folder.certificates().sslContext(), secrets),
                    ConcurrentHashMap.newKeySet());
        }

        String token(DemoClient caller) {
            if (!callers.contains(caller)) {
                List<String> _ = clients.ensure(List.of(caller));
                callers.add(caller);
            }
            return tokens.of(caller);
        }
    }
}
