package jp.nenkin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What local system to bring up.
 *
 * @param data the folder all its data lies in
 * @param jars each service's quarkus-run.jar; a service that is not named is not started
 * @param fresh whether what the folder holds is deleted first
 * @param demo whether the demo fund is loaded, once in a folder's life
 * @param seed what the demo fund is drawn from
 * @param clockStart the instant the services believe in at their first start; null for the real time
 * @param serviceJava how the services are started
 */
public record LocalOptions(
        Path data,
        Ports ports,
        Map<Program, Path> jars,
        boolean fresh,
        boolean demo,
        long seed,
        @Nullable Instant clockStart,
        PostgresServer.Durability durability,
        ServiceJava serviceJava) {

    public LocalOptions {
        data = data.toAbsolutePath().normalize();
        jars = Map.copyOf(jars);
    }

    /** What {@code ./nenkin up} does without options. */
    static LocalOptions usual(Path project) {
        Path data = project.resolve(".nenkin").resolve("data");
        return new LocalOptions(
                data,
                Ports.from(Ports.USUAL_BASE),
                jarsIn(project),
                false,
                true,
                1,
                null,
                PostgresServer.Durability.KEPT,
                new ServiceJava(List.of(), true));
    }

    /** For tests: free ports, all four services, no demo fund, nothing synced to disk, the data in this folder. */
    public static LocalOptions forTests(Path data) {
        return new LocalOptions(
                data,
                Ports.free(),
                jarsIn(ProjectFolder.root()),
                false,
                false,
                1,
                null,
                PostgresServer.Durability.NONE,
                ServiceJava.withoutStartCaches());
    }

    /** Reads the command line of {@code ./nenkin up}. */
    static LocalOptions parse(Path project, String... arguments) {
        LocalOptions options = usual(project);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            options = switch (name) {
                case "--fresh" -> options.withFresh(true);
                case "--no-demo" -> options.withDemo(false);
                case "--data", "--port-base", "--clock", "--seed" -> {
                    if (++i == arguments.length) {
                        throw new LocalFault(name + " needs a value; see ./nenkin help");
                    }
                    yield options.with(name, arguments[i]);
                }
                default -> throw new LocalFault("Unknown option " + name + "; see ./nenkin help");
            };
        }
        return options;
    }

    public LocalOptions withJars(Map<Program, Path> others) {
        return new LocalOptions(data, ports, others, fresh, demo, seed, clockStart, durability, serviceJava);
    }

    public LocalOptions withPorts(Ports others) {
        return new LocalOptions(data, others, jars, fresh, demo, seed, clockStart, durability, serviceJava);
    }

    public LocalOptions withFresh(boolean other) {
        return new LocalOptions(data, ports, jars, other, demo, seed, clockStart, durability, serviceJava);
    }

    public LocalOptions withDemo(boolean other) {
        return new LocalOptions(data, ports, jars, fresh, other, seed, clockStart, durability, serviceJava);
    }

    public LocalOptions withSeed(long other) {
        return new LocalOptions(data, ports, jars, fresh, demo, other, clockStart, durability, serviceJava);
    }

    public LocalOptions withClockStart(Instant other) {
        return new LocalOptions(data, ports, jars, fresh, demo, seed, other, durability, serviceJava);
    }

    public LocalOptions withDurability(PostgresServer.Durability other) {
        return new LocalOptions(data, ports, jars, fresh, demo, seed, clockStart, other, serviceJava);
    }

    public LocalOptions withServiceJava(ServiceJava other) {
        return new LocalOptions(data, ports, jars, fresh, demo, seed, clockStart, durability, other);
    }

    /** Data that need not last is the data of a test. */
    DataFolder folder() {
        return durability == PostgresServer.Durability.NONE ? DataFolder.shortLived(data) : DataFolder.at(data);
    }

    void refuseMissingJars() {
        jars.forEach((program, jar) -> {
            if (!Files.isRegularFile(jar)) {
                throw new LocalFault("%s is not built: %s is missing; build it with ./mvnw -q package -DskipTests"
                        .formatted(program.label(), jar));
            }
        });
    }

    private LocalOptions with(String name, String value) {
        try {
            return switch (name) {
                case "--data" ->
                    new LocalOptions(
                            Path.of(value), ports, jars, fresh, demo, seed, clockStart, durability, serviceJava);
                case "--port-base" -> withPorts(Ports.from(portBase(Integer.parseInt(value))));
                case "--seed" -> withSeed(Long.parseLong(value));
                case "--clock" -> withClockStart(OffsetDateTime.parse(value).toInstant());
                default -> throw new IllegalArgumentException(name);
            };
        } catch (NumberFormatException e) {
            throw new LocalFault(name + " needs a whole number, not " + value, e);
        } catch (DateTimeException e) {
            throw new LocalFault(name + " needs a time like 2025-05-01T09:00:00+09:00, not " + value, e);
        }
    }

    private static int portBase(int base) {
        if (base < Ports.LOWEST_BASE || base > Ports.HIGHEST_BASE) {
            throw new LocalFault(
                    "--port-base must be from %d to %d, not %d".formatted(Ports.LOWEST_BASE, Ports.HIGHEST_BASE, base));
        }
        return base;
    }

    private static Map<Program, Path> jarsIn(Path project) {
        Map<Program, Path> jars = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            jars.put(program, project.resolve(program.label()).resolve("target/quarkus-app/quarkus-run.jar"));
        }
        return jars;
    }
}
