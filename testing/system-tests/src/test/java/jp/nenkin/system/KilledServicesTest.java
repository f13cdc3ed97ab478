package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.Letter;
import jp.nenkin.local.LocalOptions;
import jp.nenkin.local.LocalSystem;
import jp.nenkin.local.Program;
import jp.nenkin.local.Progress;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoListener;
import jp.nenkin.local.demo.DemoLoader;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.local.demo.DemoRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every service is killed while the demo fund is loaded and once more while its notices go out; the figures are those
 * of an undisturbed load, and everybody has one message and one mail.
 */
@EnabledIfSystemProperty(named = "long", matches = ".*")
class KilledServicesTest {
    private static final long SEED = 11;
    private static final Instant CLOCK_START = Instant.parse("2026-06-15T00:00:00Z");
    private static final Map<YearMonth, Program> KILLED = Map.of(
            YearMonth.of(2021, 6), Program.AUTH,
            YearMonth.of(2021, 10), Program.MEMBER,
            YearMonth.of(2022, 4), Program.LEDGER,
            YearMonth.of(2022, 8), Program.NOTICE,
            YearMonth.of(2023, 4), Program.MEMBER,
            YearMonth.of(2023, 10), Program.LEDGER);

    @Test
    void a_fund_loaded_while_its_services_are_killed_has_the_figures_computed_outside() throws Exception {
        Consumer<String> screen = System.out::println;
        Path data = Fund.newFolder();
        LocalOptions options = LocalOptions.forTests(data).withClockStart(CLOCK_START);
        try (Progress progress = Progress.to(screen);
                LocalSystem system = LocalSystem.start(options, progress)) {
            Killer killer = new Killer(system, progress);
            DemoLoader.load(system.running(), SEED, progress, killer);
            killer.awaitAllStarted();
            assertAllFigures(system);
            assertOneMessageAndOneMailEach(system);
            // Without its record the loader sends every command once more, and each is known by its key.
            Files.delete(data.resolve("demo-fund.properties"));
            DemoLoader.load(system.running(), SEED, progress);
            assertAllFigures(system);
        } finally {
            DataFolder.at(data).delete();
        }
    }

    private static void assertAllFigures(LocalSystem system) {
        Api api = new Api(system.running());
        DemoFund fund = DemoFund.of(SEED);
        DemoRecord numbers = DemoRecord.in(system.running().folder().root(), SEED);
        ExpectedFigures expected = new ExpectedFigures(fund.rates(), DemoFund.LAST_MONTH, 2024);
        for (DemoMember member : fund.members()) {
            List<Long> balances = api.as(DemoClient.officerA(), Program.LEDGER)
                    .get("/members/{member}/accounts", numbers.number(member))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("accounts.balance", Long.class);
            assertThat(balances)
                    .as(member.key())
                    .containsExactlyInAnyOrderElementsOf(expected.of(member).values().stream()
                            .map(ExpectedFigures.Figures::balance)
                            .toList());
        }
    }

    /** A mail that was on its way when its sender was killed may come twice; it is the same mail then, by its id. */
    private static void assertOneMessageAndOneMailEach(LocalSystem system) {
        Api api = new Api(system.running());
        Supplier<JsonPath> publication = () -> JsonPath.from(api.as(DemoClient.officerA(), Program.NOTICE)
                        .get("/publications")
                        .asString())
                .setRootPath("publications[0]");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> publication.get().getInt("mails.sent")
                        == publication.get().getInt("mails.total"));
        int statements = publication.get().getInt("statements");
        assertThat(publication.get().getInt("messages")).isEqualTo(statements).isPositive();
        List<Letter> letters = system.mail().received();
        Map<String, Set<String>> mails = letters.stream()
                .collect(Collectors.groupingBy(Letter::to, Collectors.mapping(Letter::id, Collectors.toSet())));
        assertThat(mails)
                .hasSize(statements)
                .allSatisfy((address, ids) -> assertThat(ids).as(address).hasSize(1));
        assertThat(letters.size()).isBetween(statements, statements + 1);
    }

    /** Kills a service shortly after the filing of a month has begun, and starts it again. */
    private static final class Killer implements DemoListener {
        private final LocalSystem system;
        private final Progress progress;
        private final List<CompletableFuture<Void>> kills = new ArrayList<>();

        Killer(LocalSystem system, Progress progress) {
            this.system = system;
            this.progress = progress;
        }

        @Override
        public void before(YearMonth month) {
            Program program = KILLED.get(month);
            if (program != null) {
                kills.add(CompletableFuture.runAsync(
                        () -> killAndStart(program), CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS)));
            }
        }

        @Override
        public void beforeNotices(int fiscalYear) {
            for (Program program : Program.values()) {
                kills.add(CompletableFuture.runAsync(
                        () -> killAndStart(program), CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS)));
            }
        }

        private void killAndStart(Program program) {
            progress.say("kill -9 " + program.label());
            system.service(program).kill();
            system.service(program).start();
            progress.say(program.label() + " is back");
        }

        void awaitAllStarted() throws Exception {
            for (CompletableFuture<Void> kill : kills) {
                kill.get(3, TimeUnit.MINUTES);
            }
            assertThat(kills).hasSize(KILLED.size() + Program.values().length);
        }
    }
}
