package jp.nenkin.system;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoEstablishment;
import jp.nenkin.local.demo.DemoFund;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is called to see who may call it: about one member and the establishment he is at.
 *
 * @param parameters of the path, or one that is made up
 * @param body what a caller with the right would send
 */
record Walk(
        Right right,
        Map<String, String> parameters,
        @Nullable Object body) {
    static final String MEMBER = DemoFund.EXAMPLE_2025;
    static final String ESTABLISHMENT = DemoEstablishment.BOTH.number();

    private static final DemoClient OTHER_MEMBER = DemoClient.member(DemoFund.EXAMPLE_2020);
    private static final DemoClient OTHER_ESTABLISHMENT =
            DemoClient.establishment(DemoEstablishment.FIRST_ONLY.number());
    static final String NOBODYS_ID = new UUID(7, 7).toString();
    /** Has the delegations of the two other establishments. */
    private static final DemoClient CONSULTANT = DemoClient.consultant(DemoFund.CONSULTANT);

    private static final Map<String, String> ABOUT_CONSULTANT = Map.of("code", DemoFund.CONSULTANT);
    private static final Map<String, String> ABOUT_MEMBER = Map.of("memberNumber", MEMBER);

    /** Who may call an operation. */
    enum Right {
        OFFICER,
        OFFICER_OR_ESTABLISHMENT,
        /** An officer, or the one consultant. */
        OFFICER_OR_CONSULTANT,
        /** What concerns all who file and no member. */
        OFFICER_OR_ANY_FILER,
        OFFICER_OR_MEMBER,
        OFFICER_ESTABLISHMENT_OR_MEMBER,
        MEMBER_HIMSELF,
        /** Whoever has a token. */
        SIGNED_IN,
        /** Whoever signed in with a browser: no token opens it. */
        BROWSER;

        /** What somebody without a right is told, by status and code, besides 404. */
        Refusal toNobody() {
            return this == BROWSER ? Refusal.SESSION_MISSING : Refusal.UNAUTHORIZED;
        }

        Refusal toStranger() {
            return this == BROWSER ? Refusal.SESSION_MISSING : Refusal.FORBIDDEN;
        }

        /** Callers with a good token and no right. */
        List<DemoClient> strangers() {
            return switch (this) {
                case OFFICER -> List.of(DemoClient.establishment(ESTABLISHMENT), CONSULTANT, DemoClient.member(MEMBER));
                case OFFICER_OR_ESTABLISHMENT, OFFICER_OR_MEMBER, OFFICER_ESTABLISHMENT_OR_MEMBER ->
                    List.of(OTHER_ESTABLISHMENT, CONSULTANT, OTHER_MEMBER);
                case OFFICER_OR_CONSULTANT -> List.of(DemoClient.establishment(ESTABLISHMENT), OTHER_MEMBER);
                case OFFICER_OR_ANY_FILER -> List.of(OTHER_MEMBER, DemoClient.member(MEMBER));
                case MEMBER_HIMSELF ->
                    List.of(OTHER_MEMBER, DemoClient.officerA(), DemoClient.establishment(ESTABLISHMENT));
                case SIGNED_IN -> List.of();
                case BROWSER -> List.of(DemoClient.member(MEMBER), DemoClient.officerA());
            };
        }

        /** Callers who may. */
        List<DemoClient> entitled() {
            DemoClient officer = DemoClient.officerA();
            DemoClient establishment = DemoClient.establishment(ESTABLISHMENT);
            DemoClient member = DemoClient.member(MEMBER);
            return switch (this) {
                case OFFICER -> List.of(officer);
                case OFFICER_OR_ESTABLISHMENT -> List.of(officer, establishment);
                case OFFICER_OR_CONSULTANT -> List.of(officer, CONSULTANT);
                case OFFICER_OR_ANY_FILER -> List.of(officer, establishment, OTHER_ESTABLISHMENT, CONSULTANT);
                case OFFICER_OR_MEMBER -> List.of(officer, member);
                case OFFICER_ESTABLISHMENT_OR_MEMBER -> List.of(officer, establishment, member);
                case MEMBER_HIMSELF -> List.of(member);
                case SIGNED_IN -> List.of(officer, establishment, member);
                case BROWSER -> List.of();
            };
        }
    }

    /** How somebody is refused. */
    enum Refusal {
        UNAUTHORIZED(401, "unauthorized"),
        FORBIDDEN(403, "forbidden"),
        SESSION_MISSING(401, "session-missing");

        final int status;
        final String code;

        Refusal(int status, String code) {
            this.status = status;
            this.code = code;
        }
    }

    /** A walk for every operation there is. */
    static Map<Operation, Walk> all() {
        Map<Operation, Walk> walks = new HashMap<>();
        walks.putAll(ofMemberService());
        walks.putAll(ofListsAndApplications());
        walks.putAll(ofDays());
        walks.putAll(ofFiles());
        walks.putAll(ofDerivations());
        walks.putAll(ofDecisions());
        walks.putAll(ofLedgerService());
        walks.putAll(ofNoticeService());
        walks.putAll(ofAuthService());
        for (Program program : Program.values()) {
            walks.put(get(program, "/parked-events"), officers(Map.of()));
            walks.put(post(program, "/parked-events/{id}/retry"), officers(Map.of()));
            walks.put(get(program, "/audit-entries"), officers(Map.of()));
            walks.put(
                    get(program, "/members/{memberNumber}/looks"),
                    new Walk(Right.OFFICER_OR_MEMBER, ABOUT_MEMBER, null));
        }
        return walks;
    }

    private static Map<Operation, Walk> ofMemberService() {
        Program member = Program.MEMBER;
        Map<Operation, Walk> walks = new HashMap<>(ofFilings());
        walks.putAll(ofEstablishments());
        walks.putAll(ofConsultants());
        walks.putAll(Map.ofEntries(
                entry(post(member, "/establishments"), officers(establishment())),
                entry(
                        get(member, "/establishments/{number}"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of("number", ESTABLISHMENT), null)),
                entry(
                        get(member, "/members/{memberNumber}"),
                        new Walk(Right.OFFICER_ESTABLISHMENT_OR_MEMBER, ABOUT_MEMBER, null)),
                entry(post(member, "/month-closings"), officers(Map.of("month", "2026-04"))),
                entry(
                        get(member, "/month-closings/{month}"),
                        new Walk(Right.OFFICER, Map.of("month", "2025-04"), null)),
                entry(post(member, "/take-over/members"), officers(membersToTakeOver()))));
        return walks;
    }

    private static Map<Operation, Walk> ofEstablishments() {
        Program member = Program.MEMBER;
        String establishment = "/establishments/{number}";
        Map<String, String> at = Map.of("number", ESTABLISHMENT);
        Map<String, String> person = Map.of("number", ESTABLISHMENT, "userName", "hanako");
        Map<String, Object> listed = Map.of("name", "架空", "role", "CLERK", "from", "2026-06-01");
        Map<String, Object> particulars = Map.of("name", "架空", "filingsNeedApproval", false);
        Map<String, Object> terms = Map.of("from", "2026-04-01", "plans", List.of("FIRST"));
        return Map.ofEntries(
                entry(
                        new Operation(member, "PUT", establishment + "/particulars"),
                        new Walk(Right.OFFICER, at, particulars)),
                entry(post(member, establishment + "/terms"), new Walk(Right.OFFICER, at, terms)),
                entry(get(member, establishment + "/history"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at, null)),
                entry(
                        new Operation(member, "PUT", establishment + "/people/{userName}"),
                        new Walk(Right.OFFICER, person, listed)),
                entry(get(member, establishment + "/people"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at, null)));
    }

    private static Map<Operation, Walk> ofConsultants() {
        Program member = Program.MEMBER;
        String delegations = "/establishments/{number}/delegations";
        Map<String, String> at = Map.of("number", ESTABLISHMENT);
        Walk file = new Walk(Right.OFFICER_OR_CONSULTANT, Map.of(), null);
        return Map.ofEntries(
                entry(post(member, "/consultants"), officers(Map.of("code", "13009999", "name", "架空"))),
                entry(get(member, "/consultants"), officers(Map.of())),
                entry(
                        new Operation(member, "PUT", "/consultants/{code}"),
                        new Walk(Right.OFFICER, ABOUT_CONSULTANT, Map.of("name", "架空"))),
                entry(get(member, "/consultants/{code}"), new Walk(Right.OFFICER_OR_ANY_FILER, ABOUT_CONSULTANT, null)),
                entry(
                        get(member, "/consultants/{code}/delegations"),
                        new Walk(Right.OFFICER_OR_CONSULTANT, ABOUT_CONSULTANT, null)),
                entry(get(member, delegations), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at, null)),
                entry(
                        post(member, delegations),
                        new Walk(
                                Right.OFFICER_OR_ESTABLISHMENT,
                                at,
                                Map.of("consultantCode", DemoFund.CONSULTANT, "from", "2026-06-01"))),
                entry(
                        post(member, delegations + "/{id}/end"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, at, Map.of("until", "2026-06-01"))),
                entry(get(member, "/consultant-files"), file),
                entry(get(member, "/consultant-files/{id}"), file),
                entry(get(member, "/consultant-files/{id}/rows"), file));
    }

    private static Map<Operation, Walk> ofListsAndApplications() {
        Program member = Program.MEMBER;
        Walk list = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of(), null);
        Walk search = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of(), Map.of("name", "架空"));
        Map<String, Object> address = Map.of("postcode", "1000013", "address", "東京都", "changedOn", "2026-06-01");
        return Map.ofEntries(
                entry(get(member, "/members"), list),
                entry(post(member, "/members/search"), search),
                entry(post(member, "/members/export"), search),
                entry(
                        get(member, "/members/{memberNumber}/profile/history"),
                        new Walk(Right.OFFICER_ESTABLISHMENT_OR_MEMBER, ABOUT_MEMBER, null)),
                entry(
                        post(member, "/members/{memberNumber}/applications"),
                        new Walk(Right.MEMBER_HIMSELF, ABOUT_MEMBER, Map.of("addressChange", address))),
                entry(get(member, "/members/{memberNumber}/applications"), ofMember(ABOUT_MEMBER)),
                entry(get(member, "/members/{memberNumber}/bank-account"), ofMember(ABOUT_MEMBER)),
                entry(get(member, "/partner-links"), new Walk(Right.SIGNED_IN, Map.of(), null)),
                entry(new Operation(member, "PUT", "/partner-links"), officers(Map.of("links", List.of()))),
                entry(get(member, "/applications"), officers(Map.of())),
                entry(post(member, "/applications/{id}/acceptance"), officers(Map.of())),
                entry(post(member, "/applications/{id}/return"), officers(Map.of("reason", "証明書なし"))));
    }

    private static Map<Operation, Walk> ofFilings() {
        Program member = Program.MEMBER;
        return Map.ofEntries(
                entry(post(member, "/filings/enrolments"), filing(enrolment())),
                entry(
                        post(member, "/filings/base-salary-changes"),
                        filing(aboutMember("effectiveFrom", "2026-04-01", "firstBaseSalary", 320_000))),
                entry(
                        post(member, "/filings/losses"),
                        filing(aboutMember("lostOn", "2026-06-01", "cause", "RETIREMENT"))),
                entry(get(member, "/filings/{id}"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of(), null)),
                entry(
                        post(member, "/filings/name-changes"),
                        filing(aboutMember("newName", "架空", "changedOn", "2026-06-01"))),
                entry(
                        post(member, "/filings/birth-date-corrections"),
                        filing(aboutMember("correctBirthDate", "1990-01-01"))),
                entry(
                        post(member, "/filings/address-changes"),
                        filing(aboutMember("postcode", "1000013", "address", "東京都", "changedOn", "2026-06-01"))),
                entry(post(member, "/filings/transfers-in"), filing(transferIn())),
                entry(
                        post(member, "/filings/corrections"),
                        filing(Map.of("filingId", NOBODYS_ID, "transferIn", transferIn()))),
                entry(
                        post(member, "/filings/cancellations"),
                        filing(Map.of(
                                "establishmentNumber", ESTABLISHMENT, "filingId", NOBODYS_ID, "channel", "DATA"))));
    }

    private static Map<String, Object> transferIn() {
        return aboutMember("amount", 500_000, "assetReceivedOn", "2026-06-01", "source", "連合会", "creditedMonths", 12);
    }

    private static Map<Operation, Walk> ofDays() {
        Program member = Program.MEMBER;
        Walk anyEmployers = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of(), null);
        Map<String, String> lastYear = Map.of("fiscalYear", "2025");
        Map<String, Object> cutOff = Map.of("type", "LOSS", "channel", "DATA", "lastDay", "2026-06-01");
        return Map.ofEntries(
                entry(post(member, "/closed-days"), officers(Map.of("day", "2030-06-03", "reason", "創立記念日"))),
                entry(get(member, "/closed-days"), anyEmployers),
                entry(
                        new Operation(member, "PUT", "/cut-offs/{fiscalYear}"),
                        new Walk(Right.OFFICER, lastYear, Map.of("cutOffs", List.of(cutOff)))),
                entry(get(member, "/cut-offs/{fiscalYear}"), new Walk(Right.OFFICER_OR_ANY_FILER, lastYear, null)),
                entry(get(member, "/coming-65ths"), anyEmployers),
                entry(get(member, "/due-filings"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of(), null)));
    }

    private static Map<Operation, Walk> ofDecisions() {
        Program member = Program.MEMBER;
        Walk list = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of(), null);
        return Map.ofEntries(
                entry(post(member, "/filings/{id}/acceptance"), officers(Map.of())),
                entry(
                        post(member, "/filings/{id}/return"),
                        officers(Map.of("reason", "EVIDENCE_MISSING", "text", "資料をお送りください。"))),
                entry(
                        post(member, "/filings/{id}/withdrawal"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of(), null)),
                entry(get(member, "/filings"), list),
                entry(get(member, "/decision-notices"), list),
                entry(get(member, "/member-number-notices"), list),
                entry(get(member, "/member-number-notices.csv"), list));
    }

    private static Map<Operation, Walk> ofFiles() {
        Program member = Program.MEMBER;
        Walk file = new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of(), null);
        return Map.ofEntries(
                entry(post(member, "/filing-files"), file),
                entry(post(member, "/filing-files/check"), file),
                entry(get(member, "/filing-files"), file),
                entry(get(member, "/filing-files/{id}"), file),
                entry(get(member, "/filing-files/{id}/rows"), file),
                entry(post(member, "/filing-files/{id}/approval"), file),
                entry(post(member, "/filing-files/{id}/withdrawal"), file),
                entry(
                        post(member, "/filing-files/{id}/rows/{line}/completion"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of("line", "2"), Map.of("secondUnits", 5))));
    }

    private static Map<Operation, Walk> ofDerivations() {
        Program member = Program.MEMBER;
        Walk derivation = new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of(), null);
        return Map.ofEntries(
                entry(
                        post(member, "/derivations"),
                        filing(Map.of(
                                "establishmentNumber",
                                ESTABLISHMENT,
                                "effectiveFrom",
                                "2026-04-01",
                                "fileIds",
                                List.of(NOBODYS_ID)))),
                entry(get(member, "/derivations/{id}"), derivation),
                entry(get(member, "/derivations/{id}/lines"), derivation),
                entry(post(member, "/derivations/{id}/confirmation"), filing(Map.of())),
                entry(post(member, "/derivations/{id}/discarding"), derivation));
    }

    private static Map<Operation, Walk> ofLedgerService() {
        Program ledger = Program.LEDGER;
        Map<Operation, Walk> walks = new HashMap<>(ofLeaversAndSeals());
        walks.putAll(Map.ofEntries(
                entry(post(ledger, "/rate-proposals"), officers(rateProposal(2031))),
                entry(post(ledger, "/rate-proposals/{id}/approval"), officers(Map.of())),
                entry(get(ledger, "/rate-proposals"), officers(Map.of())),
                entry(get(ledger, "/rate-proposals/{id}"), officers(Map.of())),
                entry(get(ledger, "/rates"), officers(Map.of())),
                entry(post(ledger, "/runs"), officers(Map.of("kind", "CONTRIBUTION", "period", "2026-04"))),
                entry(get(ledger, "/runs"), officers(Map.of())),
                entry(get(ledger, "/runs/{id}"), officers(Map.of())),
                entry(get(ledger, "/runs/{id}/progress"), officers(Map.of())),
                entry(get(ledger, "/runs/{id}/totals"), officers(Map.of())),
                entry(post(ledger, "/year-closings"), officers(Map.of("fiscalYear", 2024))),
                entry(post(ledger, "/year-closings/{id}/approval"), officers(Map.of())),
                entry(get(ledger, "/year-closings"), officers(Map.of())),
                entry(get(ledger, "/year-closings/{id}"), officers(Map.of())),
                entry(
                        get(ledger, "/establishments/{number}/bills/{month}"),
                        new Walk(
                                Right.OFFICER_OR_ESTABLISHMENT,
                                Map.of("number", ESTABLISHMENT, "month", "2024-06"),
                                null)),
                entry(post(ledger, "/statement-runs"), officers(Map.of("fiscalYear", 2025, "cutOffs", List.of()))),
                entry(post(ledger, "/take-over/balances"), officers(balancesToTakeOver())),
                entry(post(ledger, "/previews"), officers(Map.of("kind", "MEMBER_ENROLLED", "fact", Map.of()))),
                entry(
                        post(ledger, "/contribution-previews"),
                        new Walk(
                                Right.OFFICER_OR_ESTABLISHMENT,
                                Map.of(),
                                Map.of("facts", List.of(Map.of("kind", "ELIGIBILITY_LOST", "fact", factOfLoss()))))),
                entry(get(ledger, "/members/{memberNumber}/accounts"), ofMember(ABOUT_MEMBER)),
                entry(
                        get(ledger, "/members/{memberNumber}/accounts/{plan}/{ordinal}/history"),
                        ofMember(Map.of("memberNumber", MEMBER, "plan", "FIRST", "ordinal", "0"))),
                entry(
                        get(ledger, "/members/{memberNumber}/statements/{fiscalYear}"),
                        ofMember(Map.of("memberNumber", MEMBER, "fiscalYear", "2024")))));
        return walks;
    }

    private static Map<Operation, Walk> ofLeaversAndSeals() {
        Program ledger = Program.LEDGER;
        Map<String, String> account = Map.of("memberNumber", MEMBER, "plan", "FIRST", "ordinal", "0");
        return Map.ofEntries(
                entry(get(ledger, "/members/{memberNumber}/accounts/{plan}/{ordinal}/explanation"), ofMember(account)),
                entry(get(ledger, "/members/{memberNumber}/accounts/{plan}/{ordinal}/differences"), ofMember(account)),
                entry(
                        get(ledger, "/members/{memberNumber}/statements/{fiscalYear}/explanation"),
                        ofMember(Map.of("memberNumber", MEMBER, "fiscalYear", "2024"))),
                entry(get(ledger, "/members/{memberNumber}/quote"), new Walk(Right.OFFICER, ABOUT_MEMBER, null)),
                entry(get(ledger, "/members/{memberNumber}/quotes"), ofMember(ABOUT_MEMBER)),
                entry(
                        get(ledger, "/members/{memberNumber}/quotes/{quote}"),
                        ofMember(Map.of("memberNumber", MEMBER, "quote", "1"))),
                entry(post(ledger, "/members/{memberNumber}/quotes"), new Walk(Right.OFFICER, ABOUT_MEMBER, null)),
                entry(post(ledger, "/members/{memberNumber}/deferrals"), choice("until")),
                entry(post(ledger, "/members/{memberNumber}/deferral-ends"), choice("endedOn")),
                entry(
                        post(ledger, "/members/{memberNumber}/deferral-cancellations"),
                        new Walk(Right.OFFICER, ABOUT_MEMBER, Map.of("receivedOn", "2026-06-01", "channel", "PAPER"))),
                entry(get(ledger, "/awaited-rates"), officers(Map.of())),
                entry(get(ledger, "/payments"), officers(Map.of())),
                entry(get(ledger, "/payments/{id}"), officers(Map.of())),
                entry(
                        post(ledger, "/payments"),
                        officers(Map.of("memberNumber", MEMBER, "quote", 1, "paidOn", "2026-06-01"))),
                entry(post(ledger, "/payments/{id}/approval"), officers(Map.of())),
                entry(post(ledger, "/payments/{id}/withdrawal"), officers(Map.of())),
                entry(get(ledger, "/excesses"), officers(Map.of())),
                entry(get(ledger, "/excess-decisions"), officers(Map.of())),
                entry(get(ledger, "/excess-decisions/{id}"), officers(Map.of())),
                entry(post(ledger, "/excess-decisions"), officers(excessDecision())),
                entry(post(ledger, "/excess-decisions/{id}/approval"), officers(Map.of())),
                entry(get(ledger, "/seals"), officers(Map.of())),
                entry(get(ledger, "/seals/{number}"), new Walk(Right.OFFICER, Map.of("number", "1"), null)),
                entry(get(ledger, "/seals/{number}/leaves"), new Walk(Right.OFFICER, Map.of("number", "1"), null)),
                entry(post(ledger, "/verifications"), officers(Map.of())),
                entry(get(ledger, "/verifications/{id}"), officers(Map.of())));
    }

    private static Walk choice(String day) {
        return new Walk(
                Right.OFFICER, ABOUT_MEMBER, Map.of(day, "2026-06-01", "receivedOn", "2026-06-01", "channel", "PAPER"));
    }

    private static Map<String, Object> excessDecision() {
        return Map.of("memberNumber", MEMBER, "plan", "FIRST", "ordinal", 0, "outcome", "WAIVED", "reason", "少額");
    }

    private static Map<Operation, Walk> ofNoticeService() {
        Program notice = Program.NOTICE;
        Walk inbox = new Walk(Right.MEMBER_HIMSELF, ABOUT_MEMBER, null);
        return Map.ofEntries(
                entry(get(notice, "/publications"), officers(Map.of())),
                entry(post(notice, "/publications"), officers(Map.of("fiscalYear", 2023))),
                entry(get(notice, "/publications/{id}"), officers(Map.of())),
                entry(get(notice, "/publications/{id}/progress"), officers(Map.of())),
                entry(get(notice, "/members/{memberNumber}/messages"), inbox),
                entry(get(notice, "/members/{memberNumber}/messages/{id}"), inbox),
                entry(post(notice, "/members/{memberNumber}/messages/{id}/reading"), inbox),
                entry(get(notice, "/members/{memberNumber}/messages/{id}/document"), inbox));
    }

    private static Map<Operation, Walk> ofAuthService() {
        Program auth = Program.AUTH;
        Walk session = new Walk(Right.BROWSER, Map.of(), null);
        return Map.ofEntries(
                entry(
                        post(auth, "/contacts"),
                        officers(Map.of("memberNumber", MEMBER, "email", "a@mail.example", "language", "JAPANESE"))),
                entry(get(auth, "/contacts/{memberNumber}"), ofMember(ABOUT_MEMBER)),
                entry(get(auth, "/session"), session),
                entry(post(auth, "/session/sign-out"), session),
                entry(post(auth, "/sessions/sign-out"), session));
    }

    /** The parameters of this path; ids that nobody has where none is known. */
    Map<String, String> parametersOf(Operation operation) {
        Map<String, String> all = new HashMap<>(parameters);
        if (operation.path().contains("{id}")) {
            all.putIfAbsent("id", NOBODYS_ID);
        }
        return all;
    }

    Walk about(String id) {
        return new Walk(right, Map.of("id", id), body);
    }

    private static Operation get(Program program, String path) {
        return new Operation(program, "GET", path);
    }

    private static Operation post(Program program, String path) {
        return new Operation(program, "POST", path);
    }

    private static Walk officers(Object body) {
        return new Walk(Right.OFFICER, Map.of(), body);
    }

    private static Walk filing(Object body) {
        return new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of(), body);
    }

    private static Walk ofMember(Map<String, String> parameters) {
        return new Walk(Right.OFFICER_OR_MEMBER, parameters, null);
    }

    /** A rate of 1.0 with the market returns that lead to it. */
    static Map<String, Object> rateProposal(int fiscalYear) {
        Map<String, Object> asset = Map.of("assetClass", "国内債券", "index", "指数", "weight", "100", "marketReturn", "1.5");
        return Map.of(
                "fiscalYear",
                fiscalYear,
                "rate",
                "1.0",
                "evidence",
                Map.of("calendarYear", fiscalYear - 1, "assets", List.of(asset)));
    }

    private static Map<String, Object> establishment() {
        return Map.of("number", "1000009", "name", "架空", "plans", List.of("FIRST"));
    }

    private static Map<String, Object> enrolment() {
        return Map.of(
                "establishmentNumber",
                ESTABLISHMENT,
                "name",
                "架空",
                "birthDate",
                "1990-01-01",
                "acquiredOn",
                "2026-06-01",
                "firstBaseSalary",
                300_000,
                "channel",
                "DATA");
    }

    /** A filing about the member, with these names and values in turn. */
    private static Map<String, Object> aboutMember(Object... namesAndValues) {
        Map<String, Object> body =
                new HashMap<>(Map.of("establishmentNumber", ESTABLISHMENT, "memberNumber", MEMBER, "channel", "DATA"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return body;
    }

    private static Map<String, Object> membersToTakeOver() {
        Map<String, Object> member = Map.of(
                "memberNumber",
                "0000888888",
                "name",
                "架空",
                "birthDate",
                "1990-01-01",
                "establishmentNumber",
                ESTABLISHMENT,
                "acquiredOn",
                "2020-04-01",
                "firstBaseSalary",
                300_000);
        return Map.of(
                "controlTotals",
                Map.of("members", 1, "firstBaseSalaryTotal", 300_000, "secondBaseSalaryTotal", 1_000),
                "members",
                List.of(member));
    }

    private static Map<String, Object> balancesToTakeOver() {
        Map<String, Object> balance =
                Map.of("memberNumber", MEMBER, "plan", "FIRST", "ordinal", 0, "creditedOn", "2025-03-31", "balance", 1);
        return Map.of("controlTotals", Map.of("accounts", 1, "balanceTotal", 1), "balances", List.of(balance));
    }

    private static Map<String, Object> factOfLoss() {
        return Map.of(
                "memberNumber",
                MEMBER,
                "establishmentNumber",
                ESTABLISHMENT,
                "lostOn",
                "2025-04-01",
                "cause",
                "RETIREMENT",
                "filing",
                Map.of("id", NOBODYS_ID, "type", "LOSS", "channel", "DATA", "receivedOn", "2025-04-02"));
    }
}
