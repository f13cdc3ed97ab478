package jp.nenkin.local.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import jp.nenkin.local.demo.FundApi.Command;

/** Takes over the members of a month in one batch and their balances in another, each with its control totals. */
final class TakeOverBatches {
    private final FundApi api;
    private final DemoFund fund;
    private final DemoRecord record;

    TakeOverBatches(FundApi api, DemoFund fund, DemoRecord record) {
        this.api = api;
        this.fund = fund;
        this.record = record;
    }

    void of(YearMonth month) {
        List<FilingBodies.TakeOver> members = new ArrayList<>();
        List<FilingBodies.Balance> balances = new ArrayList<>();
        Map<String, Long> totals = new HashMap<>();
        for (DemoMember member : fund.members()) {
            if (member.facts().getFirst() instanceof TakeOver fact
                    && fact.filedIn().equals(month)) {
                members.add(FilingBodies.of(member, fact));
                balances.addAll(FilingBodies.balances(fact));
                record.number(member, fact.number());
                Map<Plan, Long> bases = member.establishment().joining(fact.bases());
                totals.merge("firstBaseSalaryTotal", bases.getOrDefault(Plan.FIRST, 0L), Long::sum);
                totals.merge("secondBaseSalaryTotal", bases.getOrDefault(Plan.SECOND, 0L), Long::sum);
            }
        }
        if (members.isEmpty()) {
            return;
        }
        totals.put("members", (long) members.size());
        api.post(command(Program.MEMBER, "members", month), Map.of("controlTotals", totals, "members", members));
        long total = balances.stream().mapToLong(FilingBodies.Balance::balance).sum();
        api.post(
                command(Program.LEDGER, "balances", month),
                Map.of(
                        "controlTotals",
                        Map.of("accounts", balances.size(), "balanceTotal", total),
                        "balances",
                        balances));
    }

    private Command command(Program program, String what, YearMonth month) {
        String key = "demo-%d/take-over/%s/%s".formatted(fund.seed(), what, month);
        return new Command(program, "/take-over/" + what, DemoClient.officerA(), key);
    }
}
