package jp.nenkin.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.LocalFault;
import jp.nenkin.local.Program;
import jp.nenkin.local.RunningSystem;

/** The program behind {@code ./nenkin demo}: the fund's two worked examples, read from the system that is up. */
public final class DemoFigures {
    private static final List<String> ROWS = List.of("opening", "credited", "interest", "closing", "baseSalary");
    private static final String TABLE_ROW = "  %-8s %12s %12s %12s %12s %14s";

    private final FundApi api;
    private final Consumer<String> out;

    private DemoFigures(FundApi api, Consumer<String> out) {
        this.api = api;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            print(RunningSystem.in(data(arguments)), System.out::println);
        } catch (LocalFault e) {
            System.err.println("nenkin demo: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Prints the figures.
     *
     * @throws LocalFault with one line when the system does not answer or the demo fund is not in it
     */
    public static void print(RunningSystem system, Consumer<String> out) {
        DemoFigures figures = new DemoFigures(FundApi.impatient(system), out);
        figures.example2025();
        figures.example2020();
    }

    private static Path data(String... arguments) {
        return switch (arguments.length) {
            case 0 -> Path.of(Objects.requireNonNull(System.getProperty("nenkin.root")), ".nenkin", "data");
            case 2 -> {
                if (!arguments[0].equals("--data")) {
                    throw new LocalFault("unknown option " + arguments[0] + ": only --data DIR is known");
                }
                yield Path.of(arguments[1]);
            }
            default -> throw new LocalFault("only the option --data DIR is known");
        };
    }

    private void example2025() {
        String member = DemoFund.EXAMPLE_2025;
        JsonNode statement = readByBoth(member, "/members/%s/statements/2024".formatted(member));
        out.accept("2025 example, member %s: balance notice at 31 March 2025".formatted(member));
        out.accept(TABLE_ROW.formatted("", "① opening", "② credited", "③ interest", "④ closing", "⑤ base salary"));
        for (JsonNode account : statement.path("accounts")) {
            List<Object> cells = new ArrayList<>(List.of(plan(account)));
            ROWS.forEach(row -> cells.add(yen(account.path(row))));
            out.accept(TABLE_ROW.formatted(cells.toArray()));
        }
        out.accept("");
    }

    private void example2020() {
        String member = DemoFund.EXAMPLE_2020;
        String account = "/members/%s/accounts".formatted(member);
        JsonNode year = readByBoth(member, account + "/SECOND/0/history?fiscalYear=2019");
        JsonNode interest = StreamSupport.stream(year.path("events").spliterator(), false)
                .filter(event -> event.path("type").asText().contains("InterestCredited"))
                .findFirst()
                .orElseThrow(() -> new LocalFault("no interest of fiscal year 2019 in the history of " + member))
                .path("data");
        JsonNode now = readByBoth(member, account).path("accounts").path(0);
        out.accept("2020 example, member %s: fiscal year 2019, lost on %s"
                .formatted(member, now.path("lostOn").asText()));
        long credited = interest.path("closing").asLong()
                - interest.path("amount").asLong()
                - interest.path("opening").asLong();
        out.accept("  plan 2   %s + %s + interest %s at %s %% = %s; balance now %s"
                .formatted(
                        yen(interest.path("opening")),
                        yen(credited),
                        yen(interest.path("amount")),
                        interest.path("rate").asText(),
                        yen(interest.path("closing")),
                        yen(now.path("balance"))));
    }

    /** What the member sees is what an officer sees. */
    private JsonNode readByBoth(String member, String path) {
        JsonNode own = api.get(Program.LEDGER, path, DemoClient.member(member));
        JsonNode officers = api.get(Program.LEDGER, path, DemoClient.officerA());
        if (!own.equals(officers)) {
            throw new LocalFault("the member and an officer see different figures at " + path);
        }
        return own;
    }

    private static String plan(JsonNode account) {
        String plan = account.path("plan").asText().equals("FIRST") ? "plan 1" : "plan 2";
        int ordinal = account.path("ordinal").asInt();
        return ordinal == 0 ? plan : plan + "/" + ordinal;
    }

    private static String yen(JsonNode amount) {
        return amount.isMissingNode() ? "—" : yen(amount.asLong());
    }

    private static String yen(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
