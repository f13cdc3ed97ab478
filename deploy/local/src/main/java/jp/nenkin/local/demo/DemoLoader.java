package jp.nenkin.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.local.Program;
import jp.nenkin.local.Progress;
import jp.nenkin.local.RunningSystem;
import jp.nenkin.local.demo.FundApi.Command;

/**
 * Loads the demo fund into a local system that is up, by the services' public operations alone.
 *
 * <p>Every command carries a key made of the seed and its place in the fund, and every finished step is written down: a
 * loader that was stopped anywhere, or that runs once more, goes on where it was and changes nothing twice.
 */
public final class DemoLoader {
    private final RunningSystem system;
    private final DemoFund fund;
    private final DemoRecord record;
    private final Progress progress;
    private final FundApi api;
    private final Filer filer;
    private final TakeOverBatches takeOvers;
    private final Runner runner;
    private final DemoListener listener;

    private DemoLoader(RunningSystem system, DemoFund fund, Progress progress, DemoListener listener) {
        this.listener = listener;
        this.system = system;
        this.fund = fund;
        this.record = DemoRecord.in(system.folder().root(), fund.seed());
        this.progress = progress;
        this.api = FundApi.patient(system);
        this.filer = new Filer(api, fund, record);
        this.takeOvers = new TakeOverBatches(api, fund, record);
        this.runner = new Runner(api, fund.seed());
    }

    /**
     * Loads the fund that this seed gives, or what is missing of it.
     *
     * @param seed the same seed gives the same fund
     * @throws jp.nenkin.local.LocalFault with one line when a run fails, an event is parked or a command is refused
     */
    public static void load(RunningSystem system, long seed, Progress progress) {
        load(system, seed, progress, DemoListener.NONE);
    }

    /** The same with somebody who takes part in it; what he is told is not written down and comes again on going on. */
    public static void load(RunningSystem system, long seed, Progress progress, DemoListener listener) {
        DemoFund fund = DemoFund.of(seed);
        progress.say("The demo fund of seed %d: %d members, %s – %s"
                .formatted(seed, fund.members().size(), DemoFund.FIRST_MONTH, DemoFund.LAST_MONTH));
        new DemoLoader(system, fund, progress, listener).load();
    }

    private void load() {
        step("establishments and their clients", this::establishments);
        step("a consultant and who delegated to it", this::consultant);
        step("rates", this::rates);
        for (int year = DemoFund.FIRST_MONTH.getYear(); year < DemoFund.LAST_MONTH.getYear(); year++) {
            int fiscalYear = year;
            step("fiscal year " + fiscalYear, () -> fiscalYear(fiscalYear));
        }
        int lastYear = DemoFund.LAST_MONTH.getYear() - 1;
        step("statements", () -> runner.statements(lastYear));
        step("addresses and logins", this::addresses);
        step("a login ID", this::loginId);
        step("notices", () -> {
            listener.beforeNotices(lastYear);
            runner.publish(lastYear);
        });
    }

    private void step(String name, Runnable step) {
        if (record.isDone(name)) {
            return;
        }
        try {
            progress.step("Demo fund, " + name, () -> {
                step.run();
                return record;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        record.done(name);
    }

    private void establishments() {
        for (DemoEstablishment establishment : DemoEstablishment.values()) {
            String key = key("establishment/" + establishment.number());
            api.post(
                    new Command(Program.MEMBER, "/establishments", DemoClient.officerA(), key),
                    FilingBodies.of(establishment));
        }
        Stream<DemoClient> employers =
                Stream.of(DemoEstablishment.values()).map(each -> DemoClient.establishment(each.number()));
        Stream<DemoClient> members = DemoFund.EXAMPLES.stream().map(DemoClient::member);
        system.ensureClients(Stream.concat(employers, members).toList());
    }

    private void consultant() {
        api.post(
                new Command(Program.MEMBER, "/consultants", DemoClient.officerA(), key("consultant")),
                Map.of("code", DemoFund.CONSULTANT, "name", "朝霧社会保険労務士事務所"));
        for (DemoEstablishment establishment : List.of(DemoEstablishment.FIRST_ONLY, DemoEstablishment.SECOND_ONLY)) {
            String number = establishment.number();
            api.post(
                    new Command(
                            Program.MEMBER,
                            "/establishments/" + number + "/delegations",
                            DemoClient.officerA(),
                            key("delegation/" + number)),
                    Map.of(
                            "consultantCode",
                            DemoFund.CONSULTANT,
                            "from",
                            DemoFund.FIRST_MONTH.atDay(1).toString()));
        }
        system.ensureClients(List.of(DemoClient.consultant(DemoFund.CONSULTANT)));
    }

    /** Every member has given a mail address; the worked examples can sign in. */
    private void addresses() {
        for (DemoMember member : fund.members()) {
            String number = record.number(member);
            api.post(
                    new Command(Program.AUTH, "/contacts", DemoClient.officerA(), key("address/" + member.key())),
                    Map.of("memberNumber", number, "email", DemoFund.address(number), "language", "JAPANESE"));
        }
        system.ensurePeople(fund.members().stream()
                .filter(member -> DemoFund.EXAMPLES.contains(record.number(member)))
                .map(member -> DemoPerson.member(record.number(member), member.birthDate()))
                .toList());
    }

    /** The member of the worked example of 2025 registers as members do. */
    private void loginId() {
        DemoMember member = fund.members().stream()
                .filter(each -> record.number(each).equals(DemoFund.EXAMPLE_2025))
                .findAny()
                .orElseThrow();
        DemoPerson person = DemoPerson.member(DemoFund.EXAMPLE_2025, member.birthDate());
        String consent = api.get(Program.AUTH, "/consent", DemoClient.officerA())
                .path("version")
                .asText();
        // It takes no key: when the record of an earlier one was lost, the answer tells that it was done.
        api.postUnless(
                        "already-registered",
                        new Command(Program.AUTH, "/registrations", DemoClient.officerA(), key("registration")),
                        Map.of(
                                "consentVersion",
                                consent,
                                "loginId",
                                person.loginId(),
                                "memberNumber",
                                DemoFund.EXAMPLE_2025,
                                "birthDate",
                                member.birthDate().toString(),
                                "language",
                                "JAPANESE"))
                .ifPresent(draft -> complete(draft, person));
    }

    private void complete(JsonNode draft, DemoPerson person) {
        String password = system.password(person.realm(), person.loginId()).orElseThrow();
        api.post(
                new Command(Program.AUTH, "/registrations/completion", DemoClient.officerA(), key("completion")),
                Map.of("ticket", draft.path("ticket").asText(), "password", password));
    }

    private void rates() {
        fund.rates().forEach((year, rate) -> {
            JsonNode proposal = api.post(
                    new Command(Program.LEDGER, "/rate-proposals", DemoClient.officerA(), key("rate/" + year)),
                    Map.of("fiscalYear", year, "rate", rate, "source", "基金の公表値"));
            String approval = "/rate-proposals/" + proposal.path("id").asText() + "/approval";
            api.post(
                    new Command(Program.LEDGER, approval, DemoClient.officerB(), key("rate/" + year + "/approval")),
                    Map.of());
        });
    }

    private void fiscalYear(int year) {
        YearMonth april = YearMonth.of(year, 4);
        for (YearMonth month = april; month.isBefore(april.plusYears(1)); month = month.plusMonths(1)) {
            if (!record.isDone(month.toString())) {
                month(month);
                record.done(month.toString());
            }
        }
        // Nobody was a member in 2020, so the year has nothing to credit, and its rate is not known to us.
        if (fund.rates().containsKey(year)) {
            listener.beforeInterest(year);
            runner.interest(year);
        }
    }

    private void month(YearMonth month) {
        listener.before(month);
        takeOvers.of(month);
        filer.file(month);
        runner.closeAndRun(month);
    }

    private String key(String place) {
        return "demo-%d/%s".formatted(fund.seed(), place);
    }
}
