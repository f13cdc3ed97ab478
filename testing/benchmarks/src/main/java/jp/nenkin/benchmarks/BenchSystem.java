package jp.nenkin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import jp.nenkin.local.LocalOptions;
import jp.nenkin.local.LocalSystem;
import jp.nenkin.local.PostgresServer;
import jp.nenkin.local.Program;
import jp.nenkin.local.Progress;
import jp.nenkin.local.RunningSystem;
import jp.nenkin.local.ServiceJava;
import jp.nenkin.local.ServiceProcess;

/** A service as it is delivered, with its servers; what is committed is synced to disk. */
final class BenchSystem implements AutoCloseable {
    private final LocalSystem system;
    private final BenchDatabase database;

    private BenchSystem(LocalSystem system, Program program) throws SQLException {
        this.system = system;
        this.database = BenchDatabase.of(system, program);
    }

    /** The ledger service. */
    static BenchSystem start() throws IOException, SQLException {
        return start(Program.LEDGER);
    }

    static BenchSystem start(Program program) throws IOException, SQLException {
        BenchSystem system = start(program, options -> options);
        system.database.putOffCheckpoints();
        return system;
    }

    /** With a ledger service that starts by what an earlier run has kept, and keeps it when there is nothing yet. */
    static BenchSystem startWithCaches() throws IOException, SQLException {
        return start(Program.LEDGER, options -> options.withServiceJava(new ServiceJava(List.of(), true)));
    }

    /** The ledger service told otherwise, with the database's own checkpoints. */
    static BenchSystem start(UnaryOperator<LocalOptions> told) throws IOException, SQLException {
        return start(Program.LEDGER, told);
    }

    private static BenchSystem start(Program program, UnaryOperator<LocalOptions> told)
            throws IOException, SQLException {
        LocalOptions options = LocalOptions.forTests(Files.createTempDirectory("nenkin-bench-"));
        Path jar = Objects.requireNonNull(options.jars().get(program));
        return new BenchSystem(
                LocalSystem.start(
                        told.apply(
                                options.withJars(Map.of(program, jar)).withDurability(PostgresServer.Durability.KEPT)),
                        Progress.to(System.out::println)),
                program);
    }

    ServiceProcess ledger() {
        return system.service(Program.LEDGER);
    }

    BenchDatabase database() {
        return database;
    }

    RunningSystem running() {
        return system.running();
    }

    Map<String, Object> kafka() {
        return system.kafka().clientSettings();
    }

    @Override
    public void close() {
        database.close();
        system.close();
        system.running().folder().delete();
    }
}
