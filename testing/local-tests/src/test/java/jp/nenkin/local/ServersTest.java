package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jp.nenkin.events.Topics;
import jp.nenkin.keycloak.Environment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Each server as tests and the local system start it; the last tests start them again on what they kept. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServersTest {
    private static final Ports PORTS = Ports.free();
    private static DataFolder folder;
    private static PostgresServer postgres;
    private static KafkaServer kafka;
    private static MailServer mail;

    @BeforeAll
    static void start() {
        folder = DataFolder.temporary();
        postgres = PostgresServer.start(folder, PORTS.postgres(), PostgresServer.Durability.NONE);
        kafka = KafkaServer.start(folder, PORTS.kafka(), PORTS.kafkaController());
        mail = MailServer.start(folder, PORTS.smtps(), PORTS.imaps());
    }

    @AfterAll
    static void stop() {
        mail.close();
        kafka.close();
        postgres.close();
        folder.delete();
    }

    @Test
    @Order(1)
    void postgresql_refuses_a_connection_without_tls() {
        String plain = "jdbc:postgresql://localhost:" + PORTS.postgres() + "/member?sslmode=disable";

        assertThatThrownBy(() -> DriverManager.getConnection(
                        plain, "member_app", folder.secrets().of("member-app")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    @Test
    @Order(1)
    void postgresql_speaks_tls_1_3_and_refuses_a_wrong_password() throws Exception {
        try (Connection connection = app("member")) {
            assertThat(one(connection, "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                    .isEqualTo("TLSv1.3");
        }
        assertThatThrownBy(() -> postgres.connect("member", "member_app", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    @Order(1)
    void postgresql_has_the_settings_the_services_count_on() throws Exception {
        try (Connection connection = postgres.connect("postgres")) {
            assertThat(one(connection, "SHOW max_connections")).isEqualTo("200");
            assertThat(one(connection, "SHOW max_locks_per_transaction")).isEqualTo("256");
            assertThat(one(connection, "SHOW fsync")).isEqualTo("off");
            assertThat(one(connection, "SHOW server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    @Order(1)
    void the_migrator_becomes_the_owner_and_the_app_gets_only_what_it_is_granted() throws Exception {
        try (Connection migrator = login("ledger", "ledger_migrator", "ledger-migrator");
                Statement statement = migrator.createStatement()) {
            statement.execute("SET ROLE ledger_owner");
            statement.execute("CREATE TABLE trial (id int)");
            statement.execute("GRANT SELECT ON trial TO ledger_app");
        }
        try (Connection app = app("ledger")) {
            assertThat(one(app, "SELECT count(*) FROM trial")).isEqualTo("0");
            assertThat(one(app, "SELECT tableowner FROM pg_tables WHERE tablename = 'trial'"))
                    .isEqualTo("ledger_owner");
            assertRefused(app, "INSERT INTO trial VALUES (1)");
            assertRefused(app, "CREATE TABLE mine (id int)");
            assertRefused(app, "CREATE TABLE public.mine (id int)");
            assertRefused(app, "SET ROLE ledger_owner");
        }
    }

    @Test
    @Order(1)
    void a_service_cannot_enter_anothers_database() {
        assertThatThrownBy(() -> login("member", "ledger_app", "ledger-app"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> login("keycloak", "ledger_app", "ledger-app"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    @Order(1)
    void kafka_speaks_tls_and_only_tls() throws Exception {
        assertThat(Plain.tls(folder.certificates().sslContext(), PORTS.kafka())).isEqualTo("TLSv1.3");
        Map<String, Object> plain = new HashMap<>(kafka.clientSettings());
        plain.put("security.protocol", "PLAINTEXT");
        plain.put("default.api.timeout.ms", 2_000);
        plain.put("request.timeout.ms", 1_000);

        try (Admin admin = Admin.create(plain)) {
            assertThatThrownBy(() -> admin.listTopics().names().get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    @Order(1)
    void kafka_has_our_topics_and_no_others_on_request() throws Exception {
        try (Admin admin = Admin.create(kafka.clientSettings())) {
            var described = admin.describeTopics(
                            Topics.ALL.stream().map(Topics.Topic::name).toList())
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS);
            assertThat(described.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
            assertThat(setting(admin, Topics.MEMBER_EVENTS, "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, Topics.LEDGER_EVENTS, "retention.ms")).isEqualTo("-1");
            assertThat(setting(admin, Topics.MEMBER_PROFILE, "cleanup.policy")).isEqualTo("compact");
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).doesNotContain("something.else");
        }
    }

    @Test
    @Order(1)
    void the_jobs_change_nothing_where_everything_is_there() throws Exception {
        Environment environment = new Environment(Map.of(
                "NENKIN_KAFKA", kafka.bootstrapServers(),
                "NENKIN_POSTGRES", "localhost:" + postgres.port(),
                "NENKIN_CA", folder.certificates().caFile().toString(),
                "NENKIN_PASSWORDS", folder.root().resolve("secrets.properties").toString()));

        DatabasesJob.provision(environment);

        assertThat(TopicsJob.createMissing(environment)).isEmpty();
        try (Connection app = app("member")) {
            assertThat(one(app, "SELECT current_user")).isEqualTo("member_app");
        }
    }

    @Test
    @Order(1)
    void mail_goes_out_by_tls_and_lies_in_the_mailbox() throws Exception {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol.rfc822", "smtps");
        settings.put("mail.smtps.host", "localhost");
        settings.put("mail.smtps.port", Integer.toString(PORTS.smtps()));
        settings.put("mail.smtps.ssl.checkserveridentity", "true");
        settings.put(
                "mail.smtps.ssl.socketFactory",
                folder.certificates().sslContext().getSocketFactory());
        MimeMessage letter = new MimeMessage(Session.getInstance(settings));
        letter.setFrom("fund@example.jp");
        letter.addRecipient(Message.RecipientType.TO, new InternetAddress("hanako@example.jp"));
        letter.setSubject("年金のお知らせ", "UTF-8");
        letter.setText("本文", "UTF-8");

        Transport.send(letter);

        assertThat(mail.letters()).isEqualTo(1);
        assertThat(Plain.tls(folder.certificates().sslContext(), PORTS.imaps())).startsWith("TLSv1");
        settings.put(
                "mail.imaps.ssl.socketFactory",
                folder.certificates().sslContext().getSocketFactory());
        try (Store mailbox = Session.getInstance(settings).getStore("imaps")) {
            mailbox.connect("localhost", PORTS.imaps(), "hanako@example.jp", "hanako@example.jp");
            assertThat(mailbox.getFolder("INBOX").getMessageCount()).isEqualTo(1);
        }
    }

    @Test
    @Order(2)
    void postgresql_keeps_its_data_over_a_restart_and_over_a_kill() throws Exception {
        try (Connection connection = postgres.connect("notice");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 1 AS id");
            statement.execute("CHECKPOINT");
        }
        postgres.close();
        postgres = PostgresServer.start(folder, PORTS.postgres(), PostgresServer.Durability.NONE);
        postgres.kill();
        postgres = PostgresServer.start(folder, PORTS.postgres(), PostgresServer.Durability.NONE);

        try (Connection connection = postgres.connect("notice")) {
            assertThat(one(connection, "SELECT count(*) FROM kept")).isEqualTo("1");
        }
    }

    @Test
    @Order(2)
    void kafka_keeps_its_records_even_on_other_ports() throws Exception {
        var settings = kafka.clientSettings();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.MEMBER_EVENTS, 0, "0000001234", "{}"))
                    .get(10, TimeUnit.SECONDS);
        }
        kafka.close();
        Ports others = Ports.free();
        kafka = KafkaServer.start(folder, others.kafka(), others.kafkaController());

        try (Admin admin = Admin.create(kafka.clientSettings())) {
            TopicPartition partition = new TopicPartition(Topics.MEMBER_EVENTS, 0);
            var offsets = admin.listOffsets(Map.of(partition, OffsetSpec.latest()));
            assertThat(offsets.partitionResult(partition)
                            .get(10, TimeUnit.SECONDS)
                            .offset())
                    .isEqualTo(1);
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).values().get(resource))
                .get(10, TimeUnit.SECONDS);
        return config.get(name).value();
    }

    private static Connection app(String database) throws SQLException {
        return login(database, database + "_app", database + "-app");
    }

    private static Connection login(String database, String user, String secret) throws SQLException {
        return postgres.connect(database, user, folder.secrets().of(secret));
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
