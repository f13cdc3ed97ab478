package jp.nenkin.system;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.LocalOptions;
import jp.nenkin.local.LocalSystem;
import jp.nenkin.local.Program;
import jp.nenkin.local.Progress;
import jp.nenkin.local.RunningSystem;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoListener;
import jp.nenkin.local.demo.DemoLoader;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.local.demo.DemoRecord;

/**
 * The fund that all tests share: a local system in June 2026 with the demo fund and the cast of the tests in it, run to
 * the end of fiscal year 2025. April and May 2025 are run before 31 March 2025 is credited, as happens when the rate
 * comes late.
 */
final class Fund implements AutoCloseable {
    static final YearMonth LAST_MONTH = YearMonth.of(2026, 3);
    static final int LAST_YEAR = 2025;

    /** Its statements are prepared, and wait for an officer to publish them. */
    static final int UNPUBLISHED_YEAR = 2023;

    private static final Instant CLOCK_START = Instant.parse("2026-06-15T00:00:00Z");
    private static final YearMonth RUN_BEFORE_CREDIT = YearMonth.of(2025, 5);

    private final long seed;
    private final DemoFund demo;
    private final Cast cast;
    private final DataFolder folder;
    private final Progress progress;
    private final LocalSystem system;
    private final Api api;
    private final Desk desk;

    private Fund(long seed) {
        this.seed = seed;
        this.demo = DemoFund.of(seed);
        this.cast = Cast.with(new Random(seed));
        this.progress = Progress.to(System.out::println);
        this.system = LocalSystem.start(LocalOptions.forTests(newFolder()).withClockStart(CLOCK_START), progress);
        this.folder = system.running().folder();
        this.api = new Api(system.running());
        this.desk = new Desk(api);
    }

    /**
     * Starts the system and leads the fund through its years.
     *
     * @param seed of the demo fund and of all that the tests draw
     */
    static Fund start(long seed) {
        System.out.println("System tests with -Dseed=" + seed);
        Fund fund = new Fund(seed);
        try {
            fund.liveThrough();
            return fund;
        } catch (RuntimeException | Error e) {
            fund.close();
            throw e;
        }
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("nenkin-system-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all that is drawn follows from. */
    long seed() {
        return seed;
    }

    DemoFund demo() {
        return demo;
    }

    Cast cast() {
        return cast;
    }

    Api api() {
        return api;
    }

    Desk desk() {
        return desk;
    }

    LocalSystem system() {
        return system;
    }

    RunningSystem running() {
        return system.running();
    }

    DemoRecord record() {
        return DemoRecord.in(folder.root(), seed);
    }

    /** What the outside calculation says of anybody whose filings were accepted. */
    ExpectedFigures expected() {
        return new ExpectedFigures(demo.rates(), LAST_MONTH, LAST_YEAR);
    }

    /** How many runs the ledger has completed. */
    int runsSoFar() {
        return api.as(DemoClient.officerA(), Program.LEDGER)
                .get("/runs")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("findAll { it.status == 'COMPLETED' }")
                .size();
    }

    /** An account's events of a fiscal year as an officer reads them. */
    JsonPath history(String member, Plan plan, int fiscalYear) {
        return api.as(DemoClient.officerA(), Program.LEDGER)
                .queryParam("fiscalYear", fiscalYear)
                .get("/members/{member}/accounts/{plan}/0/history", member, plan)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The balances right after each crediting that falls into a fiscal year. */
    List<Integer> closings(DemoMember member, Plan plan, int fiscalYear) {
        return history(desk.number(member), plan, fiscalYear)
                .getList("events.findAll { it.type.contains('InterestCredited') }.data.closing", Integer.class);
    }

    private void liveThrough() {
        DemoLoader.load(running(), seed, progress, new TakingPart());
        Stream.of(cast.enrolledLate(), cast.newcomer()).forEach(this::fileFirst);
        fileFirst(cast.drawn());
        for (YearMonth month = RUN_BEFORE_CREDIT.plusMonths(1);
                !month.isAfter(LAST_MONTH);
                month = month.plusMonths(1)) {
            if (month.equals(YearMonth.of(2025, 7))) {
                fileFirst(cast.lostBeforeCredit());
                fileFirst(cast.lostWithoutRate());
            }
            if (month.equals(YearMonth.of(2025, 10))) {
                fileLast(cast.drawn());
            }
            desk.closeAndRun(month);
        }
        desk.run("INTEREST", Integer.toString(LAST_YEAR));
        desk.address(cast.drawn());
        desk.statements(LAST_YEAR, LocalDate.of(2026, 6, 1));
        desk.publish(LAST_YEAR);
        desk.statements(UNPUBLISHED_YEAR, LocalDate.of(2024, 4, 21));
    }

    private void fileFirst(DemoMember member) {
        desk.file(member, member.facts().getFirst());
    }

    private void fileLast(DemoMember member) {
        desk.file(member, member.facts().getLast());
    }

    /** What the cast does while the demo fund grows. */
    private final class TakingPart implements DemoListener {
        @Override
        public void before(YearMonth month) {
            if (month.equals(YearMonth.of(2021, 4))) {
                fileFirst(cast.fiveYears());
            }
            if (month.equals(YearMonth.of(2024, 4))) {
                fileFirst(cast.lostInOctober());
                fileFirst(cast.creditedLate());
            }
            if (month.equals(YearMonth.of(2024, 10))) {
                fileLast(cast.lostInOctober());
            }
        }

        @Override
        public void beforeInterest(int fiscalYear) {
            if (fiscalYear == 2024) {
                desk.closeAndRun(RUN_BEFORE_CREDIT.minusMonths(1));
                desk.closeAndRun(RUN_BEFORE_CREDIT);
            }
        }
    }

    /** Stops every process; the logs stay when asked for. */
    @Override
    public void close() {
        system.close();
        progress.close();
        String kept = System.getProperty("keepLogs");
        if (kept == null) {
            folder.delete();
        } else {
            System.out.println("Logs in " + folder.root().resolve("logs"));
        }
    }
}
