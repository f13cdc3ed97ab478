package jp.nenkin.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.LocalFault;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFact.BaseSalaryChange;
import jp.nenkin.local.demo.DemoFact.Enrolment;
import jp.nenkin.local.demo.DemoFact.Loss;
import jp.nenkin.local.demo.DemoFact.Receipt;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import jp.nenkin.local.demo.FundApi.Command;
import org.jspecify.annotations.Nullable;

/** Files the facts of a month: newcomers one after another, so that they get the same numbers each time. */
final class Filer {
    private static final int AT_ONCE = 4;

    private final FundApi api;
    private final DemoFund fund;
    private final DemoRecord record;

    Filer(FundApi api, DemoFund fund, DemoRecord record) {
        this.api = api;
        this.fund = fund;
        this.record = record;
    }

    /** A fact and its place in the member's life, by which its filing is known. */
    private record Entry(DemoMember member, int place, DemoFact fact) {
        boolean isOfNewcomer() {
            return place == 0 && fact instanceof Enrolment;
        }
    }

    void file(YearMonth month) {
        List<List<Entry>> known = new ArrayList<>();
        for (DemoMember member : fund.members()) {
            List<Entry> entries = entries(member, month);
            if (!entries.isEmpty() && entries.getFirst().isOfNewcomer()) {
                file(entries.removeFirst());
            }
            if (!entries.isEmpty()) {
                known.add(entries);
            }
        }
        atOnce(known);
    }

    private static List<Entry> entries(DemoMember member, YearMonth month) {
        List<Entry> entries = new ArrayList<>();
        for (int place = 0; place < member.facts().size(); place++) {
            DemoFact fact = member.facts().get(place);
            if (fact.filedIn().equals(month)) {
                entries.add(new Entry(member, place, fact));
            }
        }
        return entries;
    }

    /** Members side by side, the filings of one in their order. */
    private void atOnce(List<List<Entry>> members) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> filed = new ArrayList<>();
            for (List<Entry> entries : members) {
                filed.add(threads.submit(() -> entries.forEach(this::file)));
            }
            try {
                for (Future<?> each : filed) {
                    each.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof LocalFault told ? told : new IllegalStateException(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new LocalFault("Interrupted", e);
            }
        }
    }

    private void file(Entry entry) {
        DemoMember member = entry.member();
        switch (entry.fact()) {
            case Enrolment enrolment -> {
                String before = entry.place() == 0 ? null : record.number(member);
                String number = enrol(entry, enrolment, before);
                record.number(member, number);
            }
            case BaseSalaryChange change ->
                taken(
                        command(entry, "/filings/base-salary-changes", change.receipt()),
                        FilingBodies.of(member, change, record.number(member)));
            case Loss loss ->
                taken(
                        command(entry, "/filings/losses", loss.receipt()),
                        FilingBodies.of(member, loss, record.number(member)));
            case TakeOver takenOver -> record.number(member, takenOver.number());
        }
    }

    private String enrol(Entry entry, Enrolment enrolment, @Nullable String before) {
        return taken(
                        command(entry, "/filings/enrolments", enrolment.receipt()),
                        FilingBodies.of(entry.member(), enrolment, before))
                .path("memberNumber")
                .asText();
    }

    /** What comes so late that the fund decides on it is accepted by an officer. */
    private JsonNode taken(Command command, Object body) {
        JsonNode answer = api.post(command, body);
        return answer.has("waitsFor")
                ? api.post(
                        new Command(
                                Program.MEMBER,
                                "/filings/" + answer.path("filingId").asText() + "/acceptance",
                                DemoClient.officerA(),
                                command.key() + "/acceptance"),
                        Map.of())
                : answer;
    }

    /** Paper is entered by an officer, data are sent by the employer. */
    private Command command(Entry entry, String path, Receipt receipt) {
        DemoClient caller = receipt.channel() == FilingChannel.PAPER
                ? DemoClient.officerA()
                : DemoClient.establishment(entry.member().establishment().number());
        String key = "demo-%d/%s/%d".formatted(fund.seed(), entry.member().key(), entry.place());
        return new Command(Program.MEMBER, path, caller, key);
    }
}
