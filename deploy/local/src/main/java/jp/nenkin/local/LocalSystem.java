package jp.nenkin.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.nenkin.local.SetupRecord.ClockStart;
import jp.nenkin.local.SetupRecord.Step;
import jp.nenkin.local.demo.DemoLoader;
import org.jspecify.annotations.Nullable;

/** The whole system on this machine: servers, realms, the four services, and on first start the demo fund. */
public final class LocalSystem implements AutoCloseable {
    private static final Duration LEFTOVERS_LIMIT = Duration.ofSeconds(90);

    private final LocalOptions options;
    private final Progress progress;
    private final FolderLock lock;
    private final DataFolder folder;
    private final SetupRecord setup;
    private final @Nullable ClockStart clockStart;
    private final Deque<Part> parts = new ConcurrentLinkedDeque<>();
    private final CompletableFuture<LocalFault> failure = new CompletableFuture<>();
    private final Map<Program, ServiceProcess> services = new EnumMap<>(Program.class);
    private volatile boolean closing;
    // What is copied from the prepared databases holds the realms as their files say now.
    private boolean realmsAreApplied;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;
    private @Nullable KeycloakServer keycloak;
    private @Nullable MailServer mail;

    /** Something that was started and must be stopped. */
    private record Part(String name, AutoCloseable server) {}

    private LocalSystem(LocalOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.lock = FolderLock.take(options.data());
        try {
            awaitLeftovers();
            clearFolder();
            options.ports().refuseTaken();
            this.setup = SetupRecord.in(options.data());
            this.folder = options.folder();
            setup.refuseHalfWritten(folder);
            this.clockStart =
                    setup.clock(options.clockStart(), Clock.systemUTC().instant());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Brings everything up and waits until all services are ready.
     *
     * @throws LocalFault with one line for the user when something is in the way; nothing is left running then
     */
    public static LocalSystem start(LocalOptions options, Progress progress) {
        options.refuseMissingJars();
        LocalSystem system = new LocalSystem(options, progress);
        try {
            system.bringUp();
            return system;
        } catch (Exception e) {
            system.close();
            throw Together.fault(e);
        }
    }

    public RunningSystem running() {
        Instant now = Clock.systemUTC().instant();
        Duration ahead = clockStart == null ? Duration.ZERO : Duration.between(now, clockStart.at(now));
        return new RunningSystem(folder, options.ports(), ahead);
    }

    public ServiceProcess service(Program program) {
        return Objects.requireNonNull(services.get(program), () -> program + " is not among the services");
    }

    public PostgresServer postgres() {
        return Objects.requireNonNull(postgres);
    }

    public KafkaServer kafka() {
        return Objects.requireNonNull(kafka);
    }

    public KeycloakServer keycloak() {
        return Objects.requireNonNull(keycloak);
    }

    public MailServer mail() {
        return Objects.requireNonNull(mail);
    }

    /** Waits until a process ends that nobody stopped, and says which. */
    public LocalFault awaitFailure() throws InterruptedException {
        try {
            return failure.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything, the last started first. */
    @Override
    public void close() {
        closing = true;
        // Stopping goes to its end even for one who is in a hurry.
        boolean interrupted = Thread.interrupted();
        for (Part part = parts.pollFirst(); part != null; part = parts.pollFirst()) {
            progress.say("Stopping " + part.name());
            try {
                part.server().close();
            } catch (Exception e) {
                progress.say(part.name() + " did not stop in order: " + e);
            }
        }
        RunningSystem.withdraw(options.data());
        lock.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringUp() throws Exception {
        progress.say("Data and logs in " + folder.root());
        running().announce();
        Together.run(List.<Callable<?>>of(this::startPostgresThenPrepareKeycloak, this::startKafka, this::startMail));
        startKeycloak();
        startServices();
        loadDemo();
    }

    private Object startPostgresThenPrepareKeycloak() throws Exception {
        setup.begin(Step.POSTGRESQL);
        boolean quick = options.durability() == PostgresServer.Durability.NONE || PreparedDatabases.arePresent();
        if (quick && !PostgresServer.isInitialised(folder)) {
            PreparedDatabases.copyInto(folder);
            realmsAreApplied = true;
        }
        PostgresServer server = progress.step(
                "PostgreSQL", () -> PostgresServer.start(folder, options.ports().postgres(), options.durability()));
        setup.done(Step.POSTGRESQL);
        postgres = server;
        started("PostgreSQL", server, server.process());
        return progress.step("Keycloak's build", KeycloakServer::prepare);
    }

    private Object startKafka() throws Exception {
        setup.begin(Step.KAFKA);
        Ports ports = options.ports();
        KafkaServer server =
                progress.step("Kafka", () -> KafkaServer.start(folder, ports.kafka(), ports.kafkaController()));
        setup.done(Step.KAFKA);
        kafka = server;
        started("Kafka", server, server.process());
        return server;
    }

    private Object startMail() {
        MailServer server = MailServer.start(
                folder, options.ports().smtps(), options.ports().imaps());
        mail = server;
        parts.addFirst(new Part("mail", server));
        return server;
    }

    private void startKeycloak() throws Exception {
        setup.begin(Step.KEYCLOAK);
        Ports ports = options.ports();
        KeycloakServer server = progress.step(
                "Keycloak",
                () -> KeycloakServer.start(folder, ports.keycloak(), ports.keycloakManagement(), postgres()));
        keycloak = server;
        started("Keycloak", server, server.process());
        if (!realmsAreApplied) {
            progress.step("Realms", server::applyRealms);
        }
        progress.step("Officers", () -> {
            running().ensurePortal();
            running().ensureOfficers();
            return server;
        });
        setup.done(Step.KEYCLOAK);
    }

    /** Starts one more instance of a service, which shares its database and stops with the system. */
    public ServiceProcess startAnother(Program program, int port) {
        Path jar = Objects.requireNonNull(options.jars().get(program));
        ServiceProcess another = new ServiceProcess(
                launch(program, jar).another(port, folder.log(program.label() + "-2")), client(), _ -> {});
        another.start();
        parts.addFirst(new Part("another " + program.label(), another));
        return another;
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(folder.certificates().sslContext())
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    private void startServices() {
        HttpClient client = client();
        List<Callable<?>> starts = new ArrayList<>();
        options.jars().forEach((program, jar) -> {
            ServiceProcess service = new ServiceProcess(launch(program, jar), client, this::watch);
            services.put(program, service);
            starts.add(() -> progress.step(program.label(), () -> {
                service.start();
                return service;
            }));
        });
        Collection<ServiceProcess> all = services.values();
        parts.addFirst(new Part("services", () -> stop(all)));
        Together.run(starts);
    }

    private static void stop(Collection<ServiceProcess> services) {
        Together.run(services.stream()
                .map(service -> (Callable<Object>) () -> {
                    service.close();
                    return service;
                })
                .toList());
    }

    private void loadDemo() throws Exception {
        if (!options.demo() || setup.isDone(Step.DEMO)) {
            return;
        }
        // Not marked as begun: a loader that was cut off goes on where it was.
        progress.step("Demo fund", () -> {
            DemoLoader.load(running(), options.seed(), progress);
            return setup;
        });
        setup.done(Step.DEMO);
    }

    private ServiceProcess.Launch launch(Program program, Path jar) {
        return new ServiceProcess.Launch(
                program,
                jar,
                options.serviceJava().after(folder.javaOptions()),
                options.ports().of(program),
                new ServiceEnvironment(folder, options.ports(), clockStart).of(program),
                folder.log(program.label()));
    }

    private void started(String name, AutoCloseable server, ChildProcess process) {
        parts.addFirst(new Part(name, server));
        watch(process);
    }

    private void watch(ChildProcess child) {
        var _ = child.onExit().thenAccept(ended -> {
            if (!closing && isWanted(ended)) {
                failure.complete(ended.death());
            }
        });
    }

    /** A service that was killed on purpose is not missed. */
    private boolean isWanted(ChildProcess child) {
        boolean isServer =
                Stream.of(Program.values()).noneMatch(program -> program.label().equals(child.name()));
        return isServer || services.values().stream().anyMatch(service -> service.counts(child));
    }

    /** Deletes only what is ours: a folder without our record is somebody's. */
    private void clearFolder() {
        Path data = options.data();
        if (!SetupRecord.isIn(data) && holdsOtherFiles(data)) {
            throw new LocalFault(data + " holds files and is no data folder of a local system: choose another --data.");
        }
        if (options.fresh()) {
            progress.say("Deleting what was in " + data);
            contents(data).forEach(PrivateFiles::delete);
        }
    }

    private static boolean holdsOtherFiles(Path data) {
        return !contents(data).isEmpty();
    }

    private static List<Path> contents(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("lock"))
                    .toList();
        } catch (IOException e) {
            throw new LocalFault("Cannot read " + data + ": " + e.getMessage(), e);
        }
    }

    private void awaitLeftovers() {
        List<ProcessHandle> leftovers = Leftovers.in(options.data().resolve("logs"));
        if (leftovers.isEmpty()) {
            return;
        }
        progress.say("The last run was cut off; waiting until its servers have ended");
        try {
            CompletableFuture.allOf(
                            leftovers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(LEFTOVERS_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new LocalFault("Processes of the last run on this data folder do not end: " + leftovers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted", e);
        }
    }
}
