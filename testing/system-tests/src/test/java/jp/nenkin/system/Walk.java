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

/**
 * How an operation is called to see who may call it: about one member and the establishment he is at.
 *
 * @param parameters of the path, or one that is made up
 */
record Walk(Right right, Map<String, String> parameters) {
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
        BROWSER,
        /** Whoever comes, known or not: a token makes no difference. */
        ANYBODY;

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
                case SIGNED_IN, ANYBODY -> List.of();
                case BROWSER -> List.of(DemoClient.member(MEMBER), DemoClient.officerA());
            };
        }

        /** Callers who may. */
        List<DemoClient> entitled() {
            DemoClient officer = DemoClient.officerA();
            DemoClient auditor = DemoClient.auditor();
            DemoClient establishment = DemoClient.establishment(ESTABLISHMENT);
            DemoClient member = DemoClient.member(MEMBER);
            return switch (this) {
                case OFFICER -> List.of(officer, auditor);
                case OFFICER_OR_ESTABLISHMENT -> List.of(officer, auditor, establishment);
                case OFFICER_OR_CONSULTANT -> List.of(officer, auditor, CONSULTANT);
                case OFFICER_OR_ANY_FILER -> List.of(officer, auditor, establishment, OTHER_ESTABLISHMENT, CONSULTANT);
                case OFFICER_OR_MEMBER -> List.of(officer, auditor, member);
                case OFFICER_ESTABLISHMENT_OR_MEMBER -> List.of(officer, auditor, establishment, member);
                case MEMBER_HIMSELF -> List.of(member);
                case SIGNED_IN -> List.of(officer, auditor, establishment, member);
                case BROWSER, ANYBODY -> List.of();
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
            walks.put(get(program, "/parked-events"), officers());
            walks.put(post(program, "/parked-events/{id}/retry"), officers());
            walks.put(get(program, "/audit-entries"), officers());
            walks.put(get(program, "/members/{memberNumber}/looks"), new Walk(Right.OFFICER_OR_MEMBER, ABOUT_MEMBER));
        }
        return walks;
    }

    private static Map<Operation, Walk> ofMemberService() {
        Program member = Program.MEMBER;
        Map<Operation, Walk> walks = new HashMap<>(ofFilings());
        walks.putAll(ofEstablishments());
        walks.putAll(ofConsultants());
        walks.putAll(Map.ofEntries(
                entry(post(member, "/establishments"), officers()),
                entry(
                        get(member, "/establishments/{number}"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of("number", ESTABLISHMENT))),
                entry(
                        get(member, "/members/{memberNumber}"),
                        new Walk(Right.OFFICER_ESTABLISHMENT_OR_MEMBER, ABOUT_MEMBER)),
                entry(post(member, "/month-closings"), officers()),
                entry(get(member, "/month-closings/{month}"), new Walk(Right.OFFICER, Map.of("month", "2025-04"))),
                entry(post(member, "/take-over/members"), officers())));
        return walks;
    }

    private static Map<Operation, Walk> ofEstablishments() {
        Program member = Program.MEMBER;
        String establishment = "/establishments/{number}";
        Map<String, String> at = Map.of("number", ESTABLISHMENT);
        Map<String, String> person = Map.of("number", ESTABLISHMENT, "userName", "hanako");
        return Map.ofEntries(
                entry(new Operation(member, "PUT", establishment + "/particulars"), new Walk(Right.OFFICER, at)),
                entry(post(member, establishment + "/terms"), new Walk(Right.OFFICER, at)),
                entry(get(member, establishment + "/history"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at)),
                entry(
                        new Operation(member, "PUT", establishment + "/people/{userName}"),
                        new Walk(Right.OFFICER, person)),
                entry(get(member, establishment + "/people"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at)));
    }

    private static Map<Operation, Walk> ofConsultants() {
        Program member = Program.MEMBER;
        String delegations = "/establishments/{number}/delegations";
        Map<String, String> at = Map.of("number", ESTABLISHMENT);
        Walk file = new Walk(Right.OFFICER_OR_CONSULTANT, Map.of());
        return Map.ofEntries(
                entry(post(member, "/consultants"), officers()),
                entry(get(member, "/consultants"), officers()),
                entry(new Operation(member, "PUT", "/consultants/{code}"), new Walk(Right.OFFICER, ABOUT_CONSULTANT)),
                entry(get(member, "/consultants/{code}"), new Walk(Right.OFFICER_OR_ANY_FILER, ABOUT_CONSULTANT)),
                entry(
                        get(member, "/consultants/{code}/delegations"),
                        new Walk(Right.OFFICER_OR_CONSULTANT, ABOUT_CONSULTANT)),
                entry(get(member, delegations), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at)),
                entry(post(member, delegations), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at)),
                entry(post(member, delegations + "/{id}/end"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, at)),
                entry(get(member, "/consultant-files"), file),
                entry(get(member, "/consultant-files/{id}"), file),
                entry(get(member, "/consultant-files/{id}/rows"), file));
    }

    private static Map<Operation, Walk> ofListsAndApplications() {
        Program member = Program.MEMBER;
        Walk list = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of());
        return Map.ofEntries(
                entry(get(member, "/members"), list),
                entry(post(member, "/members/search"), list),
                entry(post(member, "/members/export"), list),
                entry(
                        get(member, "/members/{memberNumber}/profile/history"),
                        new Walk(Right.OFFICER_ESTABLISHMENT_OR_MEMBER, ABOUT_MEMBER)),
                entry(
                        post(member, "/members/{memberNumber}/applications"),
                        new Walk(Right.MEMBER_HIMSELF, ABOUT_MEMBER)),
                entry(get(member, "/members/{memberNumber}/applications"), ofMember(ABOUT_MEMBER)),
                entry(get(member, "/members/{memberNumber}/bank-account"), ofMember(ABOUT_MEMBER)),
                entry(get(member, "/partner-links"), new Walk(Right.SIGNED_IN, Map.of())),
                entry(new Operation(member, "PUT", "/partner-links"), officers()),
                entry(get(member, "/applications"), officers()),
                entry(post(member, "/applications/{id}/acceptance"), officers()),
                entry(post(member, "/applications/{id}/return"), officers()));
    }

    private static Map<Operation, Walk> ofFilings() {
        Program member = Program.MEMBER;
        return Map.ofEntries(
                entry(post(member, "/filings/enrolments"), filing()),
                entry(post(member, "/filings/base-salary-changes"), filing()),
                entry(post(member, "/filings/losses"), filing()),
                entry(get(member, "/filings/{id}"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of())),
                entry(post(member, "/filings/name-changes"), filing()),
                entry(post(member, "/filings/birth-date-corrections"), filing()),
                entry(post(member, "/filings/address-changes"), filing()),
                entry(post(member, "/filings/transfers-in"), filing()),
                entry(post(member, "/filings/corrections"), filing()),
                entry(post(member, "/filings/cancellations"), filing()));
    }

    private static Map<Operation, Walk> ofDays() {
        Program member = Program.MEMBER;
        Walk anyEmployers = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of());
        Map<String, String> lastYear = Map.of("fiscalYear", "2025");
        return Map.ofEntries(
                entry(post(member, "/closed-days"), officers()),
                entry(get(member, "/closed-days"), anyEmployers),
                entry(new Operation(member, "PUT", "/cut-offs/{fiscalYear}"), new Walk(Right.OFFICER, lastYear)),
                entry(get(member, "/cut-offs/{fiscalYear}"), new Walk(Right.OFFICER_OR_ANY_FILER, lastYear)),
                entry(get(member, "/coming-65ths"), anyEmployers),
                entry(get(member, "/due-filings"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of())),
                entry(get(member, "/birth-date-proposals"), anyEmployers),
                entry(
                        post(member, "/birth-date-proposals/{id}/dismissal"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of())));
    }

    private static Map<Operation, Walk> ofDecisions() {
        Program member = Program.MEMBER;
        Walk list = new Walk(Right.OFFICER_OR_ANY_FILER, Map.of());
        return Map.ofEntries(
                entry(post(member, "/filings/{id}/acceptance"), officers()),
                entry(post(member, "/filings/{id}/return"), officers()),
                entry(post(member, "/filings/{id}/withdrawal"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of())),
                entry(get(member, "/filings"), list),
                entry(get(member, "/decision-notices"), list),
                entry(get(member, "/member-number-notices"), list),
                entry(get(member, "/member-number-notices.csv"), list));
    }

    private static Map<Operation, Walk> ofFiles() {
        Program member = Program.MEMBER;
        Walk file = new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of());
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
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of("line", "2"))));
    }

    private static Map<Operation, Walk> ofDerivations() {
        Program member = Program.MEMBER;
        Walk derivation = new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of());
        return Map.ofEntries(
                entry(post(member, "/derivations"), filing()),
                entry(get(member, "/derivations/{id}"), derivation),
                entry(get(member, "/derivations/{id}/lines"), derivation),
                entry(post(member, "/derivations/{id}/confirmation"), filing()),
                entry(post(member, "/derivations/{id}/discarding"), derivation));
    }

    private static Map<Operation, Walk> ofLedgerService() {
        Program ledger = Program.LEDGER;
        Map<Operation, Walk> walks = new HashMap<>(ofLeaversAndSeals());
        walks.putAll(Map.ofEntries(
                entry(post(ledger, "/rate-proposals"), officers()),
                entry(post(ledger, "/rate-proposals/{id}/approval"), officers()),
                entry(get(ledger, "/rate-proposals"), officers()),
                entry(get(ledger, "/rate-proposals/{id}"), officers()),
                entry(get(ledger, "/rates"), officers()),
                entry(post(ledger, "/runs"), officers()),
                entry(get(ledger, "/runs"), officers()),
                entry(get(ledger, "/runs/{id}"), officers()),
                entry(get(ledger, "/runs/{id}/progress"), officers()),
                entry(get(ledger, "/runs/{id}/totals"), officers()),
                entry(post(ledger, "/year-closings"), officers()),
                entry(post(ledger, "/year-closings/{id}/approval"), officers()),
                entry(get(ledger, "/year-closings"), officers()),
                entry(get(ledger, "/year-closings/{id}"), officers()),
                entry(
                        get(ledger, "/establishments/{number}/bills/{month}"),
                        new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of("number", ESTABLISHMENT, "month", "2024-06"))),
                entry(post(ledger, "/statement-runs"), officers()),
                entry(post(ledger, "/take-over/balances"), officers()),
                entry(post(ledger, "/previews"), officers()),
                entry(post(ledger, "/contribution-previews"), new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of())),
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
                entry(get(ledger, "/members/{memberNumber}/quote"), new Walk(Right.OFFICER, ABOUT_MEMBER)),
                entry(get(ledger, "/members/{memberNumber}/quotes"), ofMember(ABOUT_MEMBER)),
                entry(
                        get(ledger, "/members/{memberNumber}/quotes/{quote}"),
                        ofMember(Map.of("memberNumber", MEMBER, "quote", "1"))),
                entry(post(ledger, "/members/{memberNumber}/quotes"), new Walk(Right.OFFICER, ABOUT_MEMBER)),
                entry(post(ledger, "/members/{memberNumber}/deferrals"), new Walk(Right.OFFICER, ABOUT_MEMBER)),
                entry(post(ledger, "/members/{memberNumber}/deferral-ends"), new Walk(Right.OFFICER, ABOUT_MEMBER)),
                entry(
                        post(ledger, "/members/{memberNumber}/deferral-cancellations"),
                        new Walk(Right.OFFICER, ABOUT_MEMBER)),
                entry(get(ledger, "/awaited-rates"), officers()),
                entry(get(ledger, "/payments"), officers()),
                entry(get(ledger, "/payments/{id}"), officers()),
                entry(post(ledger, "/payments"), officers()),
                entry(post(ledger, "/payments/{id}/approval"), officers()),
                entry(post(ledger, "/payments/{id}/withdrawal"), officers()),
                entry(get(ledger, "/excesses"), officers()),
                entry(get(ledger, "/excess-decisions"), officers()),
                entry(get(ledger, "/excess-decisions/{id}"), officers()),
                entry(post(ledger, "/excess-decisions"), officers()),
                entry(post(ledger, "/excess-decisions/{id}/approval"), officers()),
                entry(get(ledger, "/seals"), officers()),
                entry(get(ledger, "/seals/{number}"), new Walk(Right.OFFICER, Map.of("number", "1"))),
                entry(get(ledger, "/seals/{number}/leaves"), new Walk(Right.OFFICER, Map.of("number", "1"))),
                entry(post(ledger, "/verifications"), officers()),
                entry(get(ledger, "/verifications/{id}"), officers()));
    }

    private static Map<Operation, Walk> ofNoticeService() {
        Program notice = Program.NOTICE;
        Walk inbox = new Walk(Right.MEMBER_HIMSELF, ABOUT_MEMBER);
        return Map.ofEntries(
                entry(get(notice, "/publications"), officers()),
                entry(post(notice, "/publications"), officers()),
                entry(get(notice, "/publications/{id}"), officers()),
                entry(get(notice, "/publications/{id}/progress"), officers()),
                entry(get(notice, "/members/{memberNumber}/messages"), inbox),
                entry(get(notice, "/members/{memberNumber}/messages/{id}"), inbox),
                entry(post(notice, "/members/{memberNumber}/messages/{id}/reading"), inbox),
                entry(get(notice, "/members/{memberNumber}/messages/{id}/document"), inbox));
    }

    private static Map<Operation, Walk> ofAuthService() {
        Program auth = Program.AUTH;
        Walk session = new Walk(Right.BROWSER, Map.of());
        Map<Operation, Walk> walks = new HashMap<>(ofUsers("/officers", Map.of()));
        walks.put(post(auth, "/officers/{id}/approval"), officers());
        walks.putAll(ofUsers("/establishments/{number}/users", Map.of("number", ESTABLISHMENT)));
        walks.putAll(ofUsers("/consultants/{code}/users", ABOUT_CONSULTANT));
        walks.putAll(ofLoginIds());
        walks.putAll(Map.ofEntries(
                entry(post(auth, "/contacts"), officers()),
                entry(get(auth, "/contacts/{memberNumber}"), ofMember(ABOUT_MEMBER)),
                entry(get(auth, "/session"), session),
                entry(post(auth, "/session/sign-out"), session),
                entry(post(auth, "/sessions/sign-out"), session)));
        return walks;
    }

    private static Map<Operation, Walk> ofLoginIds() {
        Program auth = Program.AUTH;
        Walk anybody = new Walk(Right.ANYBODY, Map.of());
        Walk himself = new Walk(Right.MEMBER_HIMSELF, ABOUT_MEMBER);
        return Map.ofEntries(
                entry(get(auth, "/consent"), anybody),
                entry(post(auth, "/registrations"), anybody),
                entry(post(auth, "/registrations/completion"), anybody),
                entry(post(auth, "/birth-date-inquiries"), anybody),
                entry(post(auth, "/email-confirmations"), anybody),
                entry(post(auth, "/login-id-recoveries"), anybody),
                entry(post(auth, "/login-id-recoveries/completion"), anybody),
                entry(post(auth, "/password-recoveries"), anybody),
                entry(post(auth, "/password-recoveries/completion"), anybody),
                entry(get(auth, "/recovery-requests"), officers()),
                entry(post(auth, "/recovery-codes"), officers()),
                entry(get(auth, "/members/{memberNumber}/login-account"), himself),
                entry(get(auth, "/members/{memberNumber}/sign-ins"), himself),
                entry(post(auth, "/members/{memberNumber}/email-changes"), himself),
                entry(post(auth, "/members/{memberNumber}/email-changes/sending"), himself));
    }

    private static Map<Operation, Walk> ofUsers(String path, Map<String, String> parameters) {
        Program auth = Program.AUTH;
        Walk officers = new Walk(Right.OFFICER, parameters);
        return Map.of(
                post(auth, path),
                officers,
                get(auth, path),
                officers,
                post(auth, path + "/{id}/suspension"),
                officers,
                post(auth, path + "/{id}/reinstatement"),
                officers,
                post(auth, path + "/{id}/ending"),
                officers,
                new Operation(auth, "PUT", path + "/{id}/roles"),
                officers);
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
        return new Walk(right, Map.of("id", id));
    }

    private static Operation get(Program program, String path) {
        return new Operation(program, "GET", path);
    }

    private static Operation post(Program program, String path) {
        return new Operation(program, "POST", path);
    }

    private static Walk officers() {
        return new Walk(Right.OFFICER, Map.of());
    }

    private static Walk filing() {
        return new Walk(Right.OFFICER_OR_ESTABLISHMENT, Map.of());
    }

    private static Walk ofMember(Map<String, String> parameters) {
        return new Walk(Right.OFFICER_OR_MEMBER, parameters);
    }
}
