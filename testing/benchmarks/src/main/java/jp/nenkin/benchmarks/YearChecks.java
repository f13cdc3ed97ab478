package jp.nenkin.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.nenkin.benchmarks.YearFund.Expected;
import jp.nenkin.benchmarks.YearFund.Group;
import jp.nenkin.benchmarks.YearFund.Sums;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Plan;
import jp.nenkin.events.Topics;

/** Holds what the service answers and stores to what the members alone make of the year. */
final class YearChecks {
    static final int MONTHS = 12;
    private static final Set<EventType> BARRIERS = Set.of(EventType.RUN_COMPLETED, EventType.YEAR_CLOSED);
    private static final String COUNTS = """
            select type, count(*) from journal where type <> 'CARRIED' group by type
            """;

    private final YearReport report;
    private final Expected expected;

    YearChecks(YearReport report, Expected expected) {
        this.report = report;
        this.expected = expected;
    }

    void contributions(int month, JsonNode run, JsonNode totals) {
        String what = "run of " + run.path("period").asText();
        Sums all = expected.all();
        report.check(what + ", status", run.path("status").asText(), "COMPLETED");
        report.check(what + ", events", run.path("events").asLong(), all.accounts());
        report.check(what + ", amount", run.path("amount").asLong(), all.contributions(month));
        totals(what, totals, expected.groups(), sums -> sums.contributions(month));
    }

    void interest(JsonNode run, JsonNode totals) {
        Sums all = expected.all();
        report.check("interest run, status", run.path("status").asText(), "COMPLETED");
        report.check("interest run, events", run.path("events").asLong(), all.accounts());
        report.check("interest run, amount", run.path("amount").asLong(), all.interest());
        totals("interest run", totals, expected.groups(), Sums::interest);
    }

    /** One of the sums. */
    @FunctionalInterface
    private interface Figure {
        long of(Sums sums);
    }

    private void totals(String what, JsonNode totals, Map<Group, Sums> groups, Figure figure) {
        Set<Group> found = new HashSet<>();
        for (JsonNode each : totals.path("establishments")) {
            Group group = new Group(
                    each.path("establishmentNumber").asText(),
                    Plan.valueOf(each.path("plan").asText()));
            Sums sums = groups.getOrDefault(group, new Sums());
            report.check(what + ", accounts of " + group, each.path("accounts").asLong(), sums.accounts());
            report.check(what + ", amount of " + group, each.path("amount").asLong(), figure.of(sums));
            found.add(group);
        }
        report.check(what + ", establishments", found, groups.keySet());
    }

    void bill(String establishment, int month, JsonNode bill) {
        String what = "bill of " + establishment + " for " + bill.path("month").asText();
        long total = 0;
        long lines = 0;
        for (Plan plan : Plan.values()) {
            Sums sums = expected.groups().getOrDefault(new Group(establishment, plan), new Sums());
            total += sums.contributions(month);
            lines += sums.accounts();
        }
        report.check(what + ", total", bill.path("total").asLong(), total);
        report.check(what + ", lines", (long) bill.path("lines").size(), lines);
    }

    void closing(JsonNode closing) {
        report.check("close of the year, status", closing.path("status").asText(), "AGREED");
        report.check(
                "close of the year, differences",
                closing.path("differenceCount").asLong(),
                0L);
        closing.path("differences").forEach(each -> report.tell("difference " + each));
        Map<Plan, Sums> plans = expected.plans();
        for (JsonNode each : closing.path("plans")) {
            Sums sums = plans.getOrDefault(Plan.valueOf(each.path("plan").asText()), new Sums());
            String what = "close of the year, " + each.path("plan").asText();
            report.check(what + ", accounts", each.path("accounts").asLong(), sums.accounts());
            report.check(what + ", interest", each.path("interest").asLong(), sums.interest());
            report.check(what + ", closing", each.path("closing").asLong(), sums.closing());
        }
        report.check("close of the year, plans", closing.path("plans").size(), plans.size());
    }

    /** Every part of the explanation, whose sum rounded up once is the interest, and the closing. */
    void explanation(YearMember member, YearAccount account, JsonNode told, long tenthsOfPercent) {
        String what = "explanation of " + member.memberNumber() + " " + account.plan();
        JsonNode credit = told.path("credits").path(0);
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        long contributions = 0;
        for (JsonNode part : credit.path("parts")) {
            BigInteger of =
                    new BigInteger(part.path("exact").path("denominator").asText());
            numerator = numerator
                    .multiply(of)
                    .add(new BigInteger(part.path("exact").path("numerator").asText()).multiply(denominator));
            denominator = denominator.multiply(of);
            contributions += part.path("kind").asText().equals("CONTRIBUTION")
                    ? part.path("amount").asLong()
                    : 0;
        }
        BigInteger interest =
                numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
        report.check(what + ", credits", told.path("credits").size(), 1);
        report.check(what + ", contributions", contributions, account.credited());
        report.check(what + ", sum of the parts", interest.longValueExact(), account.interest(tenthsOfPercent));
        report.check(what + ", interest", credit.path("interest").asLong(), account.interest(tenthsOfPercent));
        report.check(what + ", closing", credit.path("closing").asLong(), account.closing(tenthsOfPercent));
        report.check(what + ", balance", told.path("balance").asLong(), account.closing(tenthsOfPercent));
    }

    /** The events of every type in the journal. */
    void journal(BenchDatabase database, long seals) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNTS)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        report.check("events by type", found, new TreeMap<>(written(seals)));
    }

    /** How many events of each type there must be in the journal. */
    private Map<String, Long> written(long seals) {
        Map<String, Long> written = new HashMap<>();
        published(seals).forEach((type, count) -> written.put(type.writtenName(), count));
        written.put(EventType.MEMBER_TAKEN_OVER.writtenName(), expected.takenOverMembers());
        written.put(EventType.MEMBER_ENROLLED.writtenName(), expected.members() - expected.takenOverMembers());
        written.put(EventType.BASE_SALARY_CHANGED.writtenName(), expected.changes());
        written.put("fact.Balance.v1", expected.takenOver());
        written.values().removeIf(count -> count == 0);
        return written;
    }

    long events(long seals) {
        return written(seals).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<EventType, Long> published(long seals) {
        long accounts = expected.all().accounts();
        return Map.ofEntries(
                Map.entry(EventType.ACCOUNT_OPENED, accounts),
                Map.entry(EventType.BALANCE_TAKEN_OVER, expected.takenOver()),
                Map.entry(EventType.BASE_SALARY_RECORDED, expected.changes()),
                Map.entry(EventType.CONTRIBUTION_POSTED, MONTHS * accounts),
                Map.entry(EventType.INTEREST_CREDITED, accounts),
                Map.entry(EventType.RATE_APPROVED, 1L),
                Map.entry(EventType.RUN_COMPLETED, MONTHS + 1L),
                Map.entry(
                        EventType.BILL_PREPARED,
                        MONTHS * (long) expected.establishments().size()),
                Map.entry(EventType.LEDGER_SEALED, seals),
                Map.entry(EventType.YEAR_CLOSED, 1L));
    }

    /** How many records the topic must have: a barrier is on every partition. */
    long records(long seals) {
        return published(seals).entrySet().stream()
                .mapToLong(each -> each.getValue() * (BARRIERS.contains(each.getKey()) ? Topics.PARTITIONS : 1))
                .sum();
    }
}
