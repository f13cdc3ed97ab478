package jp.nenkin.benchmarks;

import static jp.nenkin.keycloak.DemoClient.officerA;
import static jp.nenkin.keycloak.DemoClient.officerB;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import jp.nenkin.benchmarks.YearFund.Expected;
import jp.nenkin.events.Topics;
import jp.nenkin.local.LocalFault;
import jp.nenkin.local.ServiceJava;

/**
 * A whole fiscal year of a fund by the ledger service as it is delivered: twelve months' contributions with their bills
 * and seals, the rate, the interest, the close with its second computation, the verification of all seals and
 * explanations, each over HTTP by officers with tokens, each figure held to one computed from the members alone.
 */
final class FundYear implements Benchmark {
    private static final int YEAR = YearMember.firstDay().getYear();
    private static final String RATE = "4.4";
    private static final long TENTHS_OF_PERCENT = 44;
    private static final Instant SERVICE_TIME = Instant.parse("2026-04-15T00:00:00Z");
    private static final int EXPLAINED = 20;
    // Of journal, bills, second computation, write-ahead log and topic: 21,000 as measured.
    private static final long BYTES_PER_ACCOUNT = 24_000;
    private static final long BYTES_BESIDES = 4_000_000_000L;
    private static final Duration STEP_LIMIT = Duration.ofMinutes(30);
    private static final Set<String> UNTIL_CLOSED = Set.of("month-not-closed", "run-in-progress");

    private final YearFund fund;
    private final long seed;
    private final YearReport report = new YearReport();

    private FundYear(YearFund fund, long seed) {
        this.fund = fund;
        this.seed = seed;
    }

    static FundYear sized(BenchOptions options) {
        int accounts = options.accounts().orElse(options.quick() ? 20_000 : 1_000_000);
        return new FundYear(new YearFund(options.seed(), accounts), options.seed());
    }

    @Override
    public Outcome measure() throws Exception {
        refuseSmallDisk();
        report.tell("seed %d, %,d accounts, processors %d"
                .formatted(seed, fund.accounts(), Runtime.getRuntime().availableProcessors()));
        Expected expected = fund.expected(TENTHS_OF_PERCENT);
        ServiceMemory memory = ServiceMemory.watched();
        try (BenchSystem system = BenchSystem.start(options -> options.withClockStart(SERVICE_TIME)
                        .withServiceJava(ServiceJava.withoutStartCaches().withOptions(memory.javaOptions())));
                Topic topic = new Topic(system.kafka(), Topics.LEDGER_EVENTS);
                MemberNews news =
                        new MemberNews(system.kafka(), system.running().clock())) {
            Year year = new Year(
                    system, new OfficerCalls(system.running()), new YearChecks(report, expected), topic, expected);
            seed(year);
            live(year, news);
            measure(year, memory);
        } finally {
            memory.forget();
        }
        return report;
    }

    /** What a year is lived with. */
    private record Year(BenchSystem system, OfficerCalls officers, YearChecks checks, Topic topic, Expected expected) {}

    private void refuseSmallDisk() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        long needed = BYTES_BESIDES + fund.accounts() * BYTES_PER_ACCOUNT;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new LocalFault(
                    "%,d accounts need about %d GB of disk in %s, and %d GB are free: try fewer with --accounts N"
                            .formatted(fund.accounts(), needed / 1_000_000_000, folder, free / 1_000_000_000));
        }
    }

    private void seed(Year year) throws Exception {
        BenchSystem system = year.system();
        SeededFund seeded = new SeededFund(system.database(), system.running().clock());
        long records = fund.accounts() + year.expected().takenOver();
        report.time("taking over (not the year's)", year.expected().members(), () -> {
            seeded.write(fund);
            return records;
        });
        report.time("its relay (not the year's)", records, () -> relayed(year.topic(), records));
    }

    /** Waits until the topic has so many records. */
    private static long relayed(Topic topic, long records) throws InterruptedException {
        long end = System.nanoTime() + STEP_LIMIT.toNanos();
        long size = topic.size();
        while (size < records && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(100));
            size = topic.size();
        }
        return size;
    }

    private void live(Year year, MemberNews news) throws Exception {
        long before = year.topic().size();
        long start = System.nanoTime();
        report.time("rate, by two officers", 1, () -> approveRate(year.officers()));
        for (int month = 0; month < YearChecks.MONTHS; month++) {
            month(year, news, month);
        }
        interest(year);
        close(year);
        double lived = (System.nanoTime() - start) / 1e9;
        long seals = verify(year);
        explain(year);
        long records = year.checks().records(seals);
        long sent = year.topic().size();
        long behind = records - sent;
        report.tell("relay: %,d of %,d records sent when all else was done".formatted(sent, records));
        report.time("relay, until it has caught up", behind, () -> relayed(year.topic(), records));
        double seconds = (System.nanoTime() - start) / 1e9;
        report.tell("the year took %.0f s; its %,d records were relayed in %.0f s, %,.0f a second"
                .formatted(lived, records - before, seconds, (records - before) / seconds));
        report.check("records of the topic", year.topic().size(), records);
        year.checks().journal(year.system().database(), seals);
    }

    private static JsonNode approveRate(OfficerCalls officers) throws Exception {
        JsonNode proposal = officers.post(
                officerA(),
                "/rate-proposals",
                Map.of("fiscalYear", YEAR, "rate", RATE, "source", "benchmark"),
                Set.of());
        String approval = "/rate-proposals/" + proposal.path("id").asText() + "/approval";
        return officers.post(officerB(), approval, Map.of(), Set.of());
    }

    private void month(Year year, MemberNews news, int number) throws Exception {
        YearMonth month = YearMonth.of(YEAR, 4).plusMonths(number);
        if (number == 6) {
            long changes = year.expected().changes();
            report.time("base salaries of October, by Kafka", changes, () -> {
                long sent = news.changes(fund, month.atDay(1));
                news.closed(month);
                report.check("base salaries told", sent, changes);
                return request(year, "CONTRIBUTION", month.toString());
            });
        } else {
            news.closed(month);
        }
        JsonNode run = run(year, "contributions of a month", "CONTRIBUTION", month.toString());
        behind(year, run, number, month);
        year.checks().contributions(number, run, totals(year, run));
    }

    /** Waits for the month's bills and the run's seal, which follow by themselves. */
    private void behind(Year year, JsonNode run, int number, YearMonth month) throws Exception {
        String establishment =
                year.expected().establishments().stream().sorted().findFirst().orElseThrow();
        String path = "/establishments/" + establishment + "/bills/" + month;
        JsonNode bill = report.time(
                "bills of a month, after its run",
                fund.accounts(),
                () -> year.officers()
                        .await(path, STEP_LIMIT, answer -> answer.status() == 200)
                        .body());
        year.checks().bill(establishment, number, bill);
        awaitSeal(year, run);
    }

    private void awaitSeal(Year year, JsonNode run) throws Exception {
        report.time(
                "seal of a run, after its bills",
                fund.accounts(),
                () -> year.officers()
                        .await(
                                "/seals?limit=1",
                                STEP_LIMIT,
                                answer -> answer.body()
                                        .path(0)
                                        .path("runId")
                                        .asText()
                                        .equals(run.path("id").asText())));
    }

    private static JsonNode request(Year year, String kind, String period) throws IOException, InterruptedException {
        return year.officers().post(officerA(), "/runs", Map.of("kind", kind, "period", period), UNTIL_CLOSED);
    }

    private JsonNode run(Year year, String name, String kind, String period) throws Exception {
        return report.time(name, fund.accounts(), () -> {
            String path = "/runs/" + request(year, kind, period).path("id").asText();
            return year.officers()
                    .await(
                            path,
                            STEP_LIMIT,
                            answer -> !answer.body().path("status").asText().equals("OPEN"))
                    .body();
        });
    }

    private JsonNode totals(Year year, JsonNode run) throws Exception {
        return report.time(
                "control totals of a run",
                fund.accounts(),
                () -> year.officers().get("/runs/" + run.path("id").asText() + "/totals"));
    }

    private void interest(Year year) throws Exception {
        JsonNode run = run(year, "interest of the year", "INTEREST", Integer.toString(YEAR));
        awaitSeal(year, run);
        year.checks().interest(run, totals(year, run));
    }

    private void close(Year year) throws Exception {
        OfficerCalls officers = year.officers();
        JsonNode closing = report.time("second computation", fund.accounts(), () -> {
            JsonNode requested = officers.post(officerA(), "/year-closings", Map.of("fiscalYear", YEAR), Set.of());
            return officers.await(
                            "/year-closings/" + requested.path("id").asText(),
                            STEP_LIMIT,
                            answer -> !answer.body().path("status").asText().equals("COMPUTING"))
                    .body();
        });
        year.checks().closing(closing);
        JsonNode closed = report.time(
                "close of the year, by two officers",
                1,
                () -> officers.post(
                        officerB(), "/year-closings/" + closing.path("id").asText() + "/approval", Map.of(), Set.of()));
        report.check("close of the year, in the end", closed.path("status").asText(), "CLOSED");
    }

    /** Verifies the whole journal against the seals as they were published, and says how many there are. */
    private long verify(Year year) throws Exception {
        OfficerCalls officers = year.officers();
        JsonNode seals = officers.get("/seals?limit=500");
        List<Map<String, Object>> published = new ArrayList<>();
        seals.forEach(seal -> published.add(Map.of(
                "number",
                seal.path("number").asLong(),
                "hash",
                seal.path("hash").asText())));
        long events = year.checks().events(seals.size());
        JsonNode verification = report.time("verification of all seals and hashes", events, () -> {
            JsonNode requested = officers.post(officerA(), "/verifications", Map.of("published", published), Set.of());
            return officers.await(
                            "/verifications/" + requested.path("id").asText(),
                            STEP_LIMIT,
                            answer -> !answer.body().path("status").asText().equals("OPEN"))
                    .body();
        });
        report.check("verification", verification.path("status").asText(), "CLEAN");
        report.check("verification, findings", verification.path("findingCount").asLong(), 0L);
        report.check("verification, events", verification.path("events").asLong(), events);
        return seals.size();
    }

    private void explain(Year year) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        for (int time = 0; time < EXPLAINED; time++) {
            YearMember member = fund.member(1 + random.nextLong(year.expected().members() - 1));
            YearAccount account =
                    member.accounts().get(random.nextInt(member.accounts().size()));
            String path = "/members/%s/accounts/%s/0/explanation?asOf=%d-03-31"
                    .formatted(member.memberNumber(), account.plan(), YEAR + 1);
            JsonNode told = report.time(
                    "explanation of a random account", 1, () -> year.officers().get(path));
            year.checks().explanation(member, account, told, TENTHS_OF_PERCENT);
            if (time == 0) {
                report.tell(path + ": "
                        + told.path("credits").path(0).path("worked").asText());
            }
        }
    }

    private void measure(Year year, ServiceMemory memory) throws IOException, SQLException {
        ServiceMemory.Heap heap = memory.heap();
        report.tell("service: %d MiB on the heap at most after a collection (of %d), %d MiB resident at most"
                .formatted(heap.peak(), heap.collections(), memory.resident()));
        Path root = year.system().running().folder().root();
        long database = Long.parseLong(year.system().database().value("select pg_database_size(current_database())"));
        report.tell("disk: database %.1f GB, with its log %.1f GB, Kafka %.1f GB"
                .formatted(
                        database / 1e9,
                        size(root.resolve("postgres"), "") / 1e9,
                        size(root.resolve("kafka"), ".log") / 1e9));
    }

    /** What the files of a folder take whose names end so; Kafka makes its indexes larger than they are. */
    private static long size(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(file -> file.isFile() && file.getName().endsWith(ending))
                    .mapToLong(File::length)
                    .sum();
        }
    }
}
