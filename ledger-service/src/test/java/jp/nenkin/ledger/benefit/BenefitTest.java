package jp.nenkin.ledger.benefit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.filed;
import static jp.nenkin.ledger.MemberEvents.first;
import static jp.nenkin.ledger.MemberEvents.lost;
import static jp.nenkin.ledger.MemberEvents.raised;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.MemberEvents.takenOver;
import static jp.nenkin.ledger.Officers.account;
import static jp.nenkin.ledger.Officers.approveRate;
import static jp.nenkin.ledger.Officers.balance;
import static jp.nenkin.ledger.Officers.takeOver;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.ledger.Database;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.MemberEvents;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaving over HTTP: quoted, deferred, paid, corrected; and what waits for a rate or follows from an age. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class BenefitTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void example_x_leaves_defers_is_paid_and_is_owed_more_after_a_correction() {
        String member = exampleX("0000009101");
        refused(deferral(member, "2025-01-10"), 409, "still-a-member");
        estimate(member, "kind=LEAVING&on=2024-10-16").body("total", equalTo(122_300));
        estimate(member, "kind=DEFERRAL&on=2024-10-16&until=2025-08-20").body("total", equalTo(126_800));
        say(lost(member, "2024-10-16"));
        quotes(member)
                .body("number", contains(1))
                .body("basis", contains("LOSS"))
                .body("[0].asOf", equalTo("2024-10-15"))
                .body("[0].months", equalTo(114))
                .body("[0].plans[0].accounts[0].interest", equalTo(2_434))
                .body("[0].plans[0].balance", equalTo(122_234))
                .body("total", contains(122_300));

        refused(deferral(member, "2015-03-31"), 422, "benefit-day-too-early");
        deferral(member, "2025-01-10").statusCode(201).body("accounts[0].balance", equalTo(124_496));
        refused(deferral(member, "2025-01-10"), 409, "benefit-deferred");
        refused(propose(member, 1, "2025-09-30"), 409, "benefit-deferred");
        refused(deferralEnd(member, "2026-07-01"), 422, "day-in-the-future");
        refused(deferralEnd(member, "2025-01-09"), 422, "benefit-day-too-early");
        deferralEnd(member, "2025-08-20")
                .statusCode(201)
                .body("standing", equalTo("PAYABLE"))
                .body("accounts[0].balance", equalTo(126_779))
                .body("quote.number", equalTo(2))
                .body("quote.replaces", equalTo(1))
                .body("quote.basis", equalTo("END"))
                .body("quote.total", equalTo(126_800));

        pay(member);
        assertThat(account(member, "FIRST", 0))
                .containsEntry("status", "CLOSED")
                .containsEntry("balance", 0);
        refused(deferral(member, "2026-01-10"), 409, "paid-already");

        say(raised(
                member, "2024-04-01", 320_000, filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-01")));
        quotes(member)
                .body("basis", contains("LOSS", "END", "SHORTFALL"))
                .body("[2].plans[0].balance", equalTo(1_388))
                .body("[2].total", equalTo(1_400));
        approve(propose(member, 3, "2026-06-10")).statusCode(200);
        assertThat(account(member, "FIRST", 0))
                .containsEntry("status", "CLOSED")
                .containsEntry("balance", 0);
    }

    private static void pay(String member) {
        refused(propose(member, 1, "2025-09-30"), 409, "quote-not-in-effect");
        refused(propose(member, 2, "2025-08-10"), 422, "benefit-day-too-early");
        ValidatableResponse proposed = propose(member, 2, "2025-09-30").statusCode(201);
        String id = proposed.extract().path("id");
        get("/payments").body("id", hasItem(id));
        refused(post(LocalParts.asOfficer(), "/payments/" + id + "/approval", ""), 409, "same-officer");
        approve(proposed).statusCode(200).body("total", equalTo(126_800));
        refused(approve(proposed), 409, "payment-already-approved");
        get("/payments").body("id", not(hasItem(id)));
        get("/payments?memberNumber=" + member).body("", hasSize(1));
    }

    @Test
    void a_deferral_received_before_the_loss_counts_from_it_and_a_mistake_is_taken_back() {
        String member = exampleX("0000009109");
        refused(deferralCancellation(member), 409, "still-a-member");
        say(lost(member, "2024-10-16"));
        refused(deferralCancellation(member), 409, "benefit-not-deferred");
        deferral(member, "2024-10-01").statusCode(201).body("accounts[0].balance", equalTo(124_496));
        deferralEnd(member, "2025-08-20").statusCode(201).body("quote.basis", equalTo("END"));

        deferralCancellation(member)
                .statusCode(201)
                .body("standing", equalTo("DEFERRED"))
                .body("accounts[0].balance", equalTo(124_496));
        deferralCancellation(member)
                .statusCode(201)
                .body("standing", equalTo("PAYABLE"))
                .body("accounts[0].balance", equalTo(122_234))
                .body("quote.basis", equalTo("LOSS"))
                .body("quote.number", equalTo(3));
        get("/members/" + member + "/accounts?asOf=2025-03-31").body("accounts[0].balance", equalTo(122_234));
        get("/members/" + member + "/accounts/FIRST/0/explanation")
                .statusCode(200)
                .body("balance", equalTo(122_234));
        approve(propose(member, 3, "2025-09-30")).statusCode(200);
        refused(deferralCancellation(member), 409, "paid-already");
    }

    @Test
    void a_last_day_that_has_come_is_worked_off_without_a_run() {
        String member = exampleX("0000009110");
        say(lost(member, "2024-10-16"));
        post(
                        LocalParts.asOfficer(),
                        "/members/" + member + "/deferrals",
                        Map.of("until", "2027-03-31", "receivedOn", "2025-01-10", "channel", "PAPER"))
                .statusCode(201)
                .body("standing", equalTo("DEFERRED"));
        String day = "select day from ending where member = " + Long.parseLong(member);
        assertThat(Sql.column(day)).containsExactly("2027-03-31");
        Sql.run("update ending set day = '2026-06-14' where member = " + Long.parseLong(member));
        await().atMost(LIMIT).until(() -> !Sql.column(day).contains("2026-06-14"));
        deferralEnd(member, "2025-08-20").statusCode(201);
        assertThat(Sql.column(day)).isEmpty();
    }

    @Test
    void a_payment_whose_figures_have_changed_is_proposed_again() {
        String member = exampleX("0000009102");
        say(lost(member, "2024-10-16"));
        ValidatableResponse proposed = propose(member, 1, "2025-09-30").statusCode(201);
        say(raised(
                member, "2024-04-01", 320_000, filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-01")));
        refused(approve(proposed), 409, "payment-figures-changed");
        quotes(member).body("replaces", contains(null, 1)).body("[1].total", equalTo(123_600));
        approve(propose(member, 2, "2025-09-30")).statusCode(200);

        String outdated = proposed.extract().path("id");
        get("/payments").body("id", not(hasItem(outdated)));
        get("/payments/" + outdated).body("withdrawnAt", notNullValue()).body("approvedAt", nullValue());
    }

    @Test
    void a_quote_is_proposed_once_until_that_is_withdrawn() {
        String member = exampleX("0000009113");
        say(lost(member, "2024-10-16"));
        ValidatableResponse proposed = propose(member, 1, "2026-06-20").statusCode(201);
        String open = proposed.extract().path("id");
        refused(propose(member, 1, "2026-06-21"), 409, "payment-already-proposed")
                .body("values.payment", equalTo(open));
        get("/payments?memberNumber=" + member).body("id", contains(open));

        post(LocalParts.asOfficer(), "/payments/" + open + "/withdrawal", "").statusCode(200);
        ValidatableResponse again = propose(member, 1, "2026-06-21").statusCode(201);
        get("/payments/" + again.extract().path("id"))
                .body("proposedAt", equalTo(again.extract().path("proposedAt")));
        approve(again).statusCode(200);
        refused(propose(member, 1, "2026-06-22"), 409, "paid-already");
        get("/payments?memberNumber=" + member)
                .body("findAll { it.approvedAt == null && it.withdrawnAt == null }", hasSize(0));
    }

    @Test
    void a_payment_lies_at_most_three_months_ahead() {
        String member = exampleX("0000009108");
        say(lost(member, "2024-10-16"));
        refused(propose(member, 1, "2099-01-01"), 422, "payment-day-too-late");
        refused(propose(member, 1, "2026-09-16"), 422, "payment-day-too-late")
                .body("values.latest", equalTo("2026-09-15"));
        approve(propose(member, 1, "2026-09-15")).statusCode(200).body("paidOn", equalTo("2026-09-15"));
    }

    @Test
    void a_proposed_payment_is_withdrawn_by_any_officer_and_can_be_proposed_again() {
        String member = exampleX("0000009111");
        say(lost(member, "2024-10-16"));
        String id = propose(member, 1, "2026-06-20")
                .statusCode(201)
                .body("withdrawnAt", nullValue())
                .extract()
                .path("id");
        get("/payments").body("id", hasItem(id));
        String path = "/payments/" + id + "/withdrawal";
        String key = UUID.randomUUID().toString();
        String first = post(LocalParts.asOtherOfficer(), path, key, "")
                .statusCode(200)
                .body("withdrawnBy", notNullValue())
                .body("withdrawnAt", notNullValue())
                .body("approvedAt", nullValue())
                .extract()
                .asString();
        assertThat(post(LocalParts.asOtherOfficer(), path, key, "").extract().asString())
                .isEqualTo(first);
        refused(post(LocalParts.asOfficer(), path, ""), 409, "payment-withdrawn");
        refused(post(LocalParts.asOtherOfficer(), "/payments/" + id + "/approval", ""), 409, "payment-withdrawn");
        get("/payments").body("id", not(hasItem(id)));
        get("/payments/" + id).body("withdrawnAt", notNullValue());
        get("/payments?memberNumber=" + member).body("id", contains(id));

        String own = propose(member, 1, "2026-06-21").statusCode(201).extract().path("id");
        post(LocalParts.asOfficer(), "/payments/" + own + "/withdrawal", "").statusCode(200);
        ValidatableResponse again = propose(member, 1, "2026-06-22").statusCode(201);
        approve(again).statusCode(200).body("total", equalTo(122_300)).body("withdrawnAt", nullValue());
        String paid = again.extract().path("id");
        refused(post(LocalParts.asOfficer(), "/payments/" + paid + "/withdrawal", ""), 409, "payment-already-approved");
        refused(post(LocalParts.asOfficer(), "/payments/" + UUID.randomUUID() + "/withdrawal", ""), 404, "not-found");
    }

    @Test
    void what_was_paid_too_much_is_a_case_that_two_officers_decide() {
        String member = exampleX("0000009103");
        say(lost(member, "2024-10-16"));
        approve(propose(member, 1, "2025-09-30")).statusCode(200);
        Filing lowered = filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-01");
        say(raised(member, "2024-04-01", 280_000, lowered));
        String path = "find { it.memberNumber == '" + member + "' }";
        // Six months of 220 yen, and 2,415 of interest instead of 2,434: a lump sum of 120,900, not 122,300.
        get("/excesses").body(path + ".amount", equalTo(1_400)).body(path + ".open", equalTo(1_400));
        Map<String, Object> decision = decision(member, "RECOVERED");
        String id = post(LocalParts.asOfficer(), "/excess-decisions", decision)
                .statusCode(201)
                .extract()
                .path("id");
        get("/excess-decisions").body("id", hasItem(id));
        get("/excess-decisions/" + id)
                .statusCode(200)
                .body("memberNumber", equalTo(member))
                .body("amount", equalTo(1_400))
                .body("approvedAt", nullValue());
        refused(post(LocalParts.asOfficer(), "/excess-decisions/" + id + "/approval", ""), 409, "same-officer");
        post(LocalParts.asOtherOfficer(), "/excess-decisions/" + id + "/approval", "")
                .statusCode(200)
                .body("amount", equalTo(1_400));
        refused(post(LocalParts.asOfficer(), "/excess-decisions", decision), 409, "excess-already-decided");
        get("/excesses").body("memberNumber", not(hasItem(member)));
        get("/excess-decisions").body("id", not(hasItem(id)));
        get("/excess-decisions?memberNumber=" + member).body("id", contains(id)).body("[0].approvedAt", notNullValue());
        get("/excess-decisions?memberNumber=0000009998").statusCode(200).body("", hasSize(0));
        refused(get("/excess-decisions/" + UUID.randomUUID()), 404, "not-found");

        say(cancelled(member, lowered));
        quotes(member)
                .body("basis", contains("LOSS", "SHORTFALL"))
                .body("[1].plans[0].balance", equalTo(1_339))
                .body("[1].total", equalTo(1_400));
        approve(propose(member, 2, "2026-06-10")).statusCode(200);
        get("/members/" + member + "/accounts/FIRST/0/explanation")
                .statusCode(200)
                .body("lumpSums.lumpSum", contains(122_300, 1_400));
    }

    @Test
    void what_is_waived_stays_paid_and_what_becomes_too_much_anew_is_another_case() {
        String member = exampleX("0000009112");
        say(lost(member, "2024-10-16"));
        approve(propose(member, 1, "2025-09-30")).statusCode(200);
        Filing lowered = filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-01");
        say(raised(member, "2024-04-01", 280_000, lowered));
        post(LocalParts.asOfficer(), "/excess-decisions", decision(member, "RECOVERED"))
                .statusCode(201);
        String id = post(LocalParts.asOfficer(), "/excess-decisions", decision(member, "WAIVED"))
                .statusCode(201)
                .extract()
                .path("id");
        post(LocalParts.asOtherOfficer(), "/excess-decisions/" + id + "/approval", "")
                .statusCode(200);
        get("/excesses").body("memberNumber", not(hasItem(member)));

        say(cancelled(member, lowered));
        quotes(member).body("basis", contains("LOSS"));
        say(raised(
                member, "2024-04-01", 280_000, filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2026-06-02")));
        get("/excesses").body("find { it.memberNumber == '" + member + "' }.open", equalTo(1_400));
    }

    private static Map<String, Object> decision(String member, String outcome) {
        return Map.of("memberNumber", member, "plan", "FIRST", "ordinal", 0, "outcome", outcome, "reason", "返納の件");
    }

    private static FilingCancelled cancelled(String member, Filing filing) {
        return new FilingCancelled(
                member, filing.id(), filed(FilingType.CANCELLATION, FilingChannel.DATA, "2026-06-02"));
    }

    @Test
    void a_loss_in_a_year_without_a_rate_is_credited_and_quoted_when_the_rate_is_approved() {
        String member = "0000009104";
        say(takenOver(member, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(member, "FIRST", 0, "2021-03-31", 100_000))).statusCode(200);
        say(lost(member, "2021-10-16"));
        assertThat(account(member, "FIRST", 0)).containsEntry("status", "RATE_PENDING");
        get("/awaited-rates").body("find { it.memberNumber == '" + member + "' }.fiscalYear", equalTo(2021));
        refused(deferral(member, "2026-01-10"), 409, "rate-not-approved");
        quotes(member).body("", hasSize(0));
        approveRate(2021, "2.3");
        await().atMost(LIMIT).until(() -> account(member, "FIRST", 0).get("status"), "PAYABLE"::equals);
        quotes(member)
                .body("[0].plans[0].accounts[0].interest", equalTo(1_513))
                .body("[0].plans[0].balance", equalTo(121_313))
                .body("total", contains(121_400));
        get("/awaited-rates").body("memberNumber", not(hasItem(member)));
    }

    @Test
    void who_waits_is_credited_to_the_day_that_a_corrected_birth_date_gives() {
        String member = "0000009105";
        born(member, "1975-06-11");
        say(takenOver(member, "2005-04-01", first(300_000)));
        takeOver(List.of(balance(member, "FIRST", 0, "2024-03-31", 100_000))).statusCode(200);
        say(new EligibilityLost(
                member,
                MemberEvents.ESTABLISHMENT,
                LocalDate.of(2024, 10, 16),
                LossCause.MERGER,
                filed(FilingType.LOSS, FilingChannel.DATA, "2024-10-20"),
                null));
        assertThat(account(member, "FIRST", 0))
                .containsEntry("status", "WAITING")
                .containsEntry("balance", 124_496);
        born(member, "1965-06-11");
        // At 60 on 10 June 2025: that day has come, whichever months are run.
        assertThat(account(member, "FIRST", 0))
                .containsEntry("status", "PAYABLE")
                .containsEntry("balance", 125_866);
        refused(deferralEnd(member, "2026-06-10"), 409, "benefit-not-deferred");
        quotes(member).body("[1].basis", equalTo("END")).body("[1].asOf", equalTo("2025-06-10"));
    }

    @Test
    void an_estimate_assumes_a_rate_only_where_it_is_told_one_and_says_so() {
        String member = exampleX("0000009106");
        refused(estimate(member, "kind=DEFERRAL&on=2024-10-16&until=2026-10-20"), 422, "rate-to-assume-missing");
        estimate(member, "kind=DEFERRAL&on=2024-10-16&until=2026-10-20&rate=2.5")
                .statusCode(200)
                .body("assumedYears", contains(2026));
        refused(estimate(member, "kind=LEAVING&on=2014-10-16"), 422, "quote-not-possible");
        refused(estimate(member, "kind=LEAVING"), 400, "invalid");
        refused(estimate("0000009999", "kind=LEAVING&on=2024-10-16"), 404, "not-found");
        refused(estimate(member, "kind=LEAVING&on=16.10.2024"), 400, "invalid").body("errors.field", contains("on"));
        refused(estimate(member, "kind=STAYING&on=2024-10-16"), 400, "invalid")
                .body("errors.field", contains("kind"))
                .body("errors.code", contains("parameter-not-one-of"));
        quotes(member).body("", hasSize(0));
    }

    @Test
    void a_member_sees_his_quotes_and_chooses_through_an_officer_alone() {
        String member = exampleX("0000009107");
        say(lost(member, "2024-10-16"));
        get(LocalParts.asMember(member), "/members/" + member + "/quotes/1").body("total", equalTo(122_300));
        refused(get(LocalParts.asMember(member), "/members/" + member + "/quotes/2"), 404, "not-found");
        refused(get(LocalParts.asMember(member), "/members/" + member + "/quote"), 403, "forbidden");
        refused(get("/members/0000009998/quotes"), 404, "not-found");
        refused(get(LocalParts.asMember("0000009998"), "/members/0000009998/quotes"), 404, "not-found");
        for (String path : List.of("/quotes", "/deferrals", "/deferral-ends", "/deferral-cancellations")) {
            refused(
                    post(
                            LocalParts.asMember(member),
                            "/members/" + member + path,
                            path.equals("/quotes") ? "" : applied(path)),
                    403,
                    "forbidden");
        }
        post(LocalParts.asOfficer(), "/members/" + member + "/quotes", "").body("number", equalTo(1));
    }

    @Test
    void below_the_service_nobody_approves_his_own_payment_or_a_withdrawn_one_or_pays_a_quote_twice()
            throws SQLException {
        try (Connection connection = LocalParts.database()) {
            assertThatThrownBy(() -> Database.run(connection, """
                            insert into payment_proposal (id, member, quote, figures, paid_on, proposed_by,
                                proposer_name, proposed_at, approved_by, approver_name, approved_at)
                            values (gen_random_uuid(), 1, 1, '{}', '2025-01-01', 'a', 'A', now(), 'a', 'A', now())
                            """)).hasMessageContaining("four_eyes");
            assertThatThrownBy(() -> Database.run(connection, """
                            insert into payment_proposal (id, member, quote, figures, paid_on, proposed_by,
                                proposer_name, proposed_at)
                            select gen_random_uuid(), 1, 1, '{}', '2025-01-01', 'a', 'A', now()
                            from generate_series(1, 2)
                            """)).hasMessageContaining("one_payment_a_quote");
            assertThatThrownBy(() -> Database.run(connection, """
                            insert into payment_proposal (id, member, quote, figures, paid_on, proposed_by,
                                proposer_name, proposed_at, approved_by, approver_name, approved_at, withdrawn_by,
                                withdrawer_name, withdrawn_at)
                            values (gen_random_uuid(), 1, 1, '{}', '2025-01-01', 'a', 'A', now(), 'b', 'B', now(), 'b',
                                'B', now())
                            """)).hasMessageContaining("approved_or_withdrawn");
        }
    }

    private static Map<String, Object> applied(String path) {
        return path.equals("/deferrals") || path.equals("/deferral-cancellations")
                ? Map.of("receivedOn", "2025-06-01", "channel", "PAPER")
                : Map.of("receivedOn", "2025-06-01", "endedOn", "2025-06-01", "channel", "PAPER");
    }

    /** Joined 2015-04-01, base salary 300,000, 100,000 yen at 31 March 2024. */
    private static String exampleX(String member) {
        say(takenOver(member, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(member, "FIRST", 0, "2024-03-31", 100_000))).statusCode(200);
        return member;
    }

    private static ValidatableResponse quotes(String member) {
        return get("/members/" + member + "/quotes").statusCode(200);
    }

    private static ValidatableResponse estimate(String member, String query) {
        return get("/members/" + member + "/quote?" + query);
    }

    private static ValidatableResponse deferral(String member, String receivedOn) {
        return post(
                LocalParts.asOfficer(),
                "/members/" + member + "/deferrals",
                Map.of("receivedOn", receivedOn, "channel", "PAPER"));
    }

    private static ValidatableResponse deferralCancellation(String member) {
        return post(
                LocalParts.asOfficer(),
                "/members/" + member + "/deferral-cancellations",
                Map.of("receivedOn", "2026-06-10", "channel", "PAPER"));
    }

    private static ValidatableResponse deferralEnd(String member, String endedOn) {
        return post(
                LocalParts.asOfficer(),
                "/members/" + member + "/deferral-ends",
                Map.of("endedOn", endedOn, "receivedOn", endedOn, "channel", "PAPER"));
    }

    private static ValidatableResponse propose(String member, int quote, String paidOn) {
        return post(
                LocalParts.asOfficer(), "/payments", Map.of("memberNumber", member, "quote", quote, "paidOn", paidOn));
    }

    private static ValidatableResponse approve(ValidatableResponse proposed) {
        String id = proposed.statusCode(201).extract().path("id");
        return post(LocalParts.asOtherOfficer(), "/payments/" + id + "/approval", "");
    }

    /** Tells a birth date and waits until the ledger has taken it. */
    private static void born(String member, String day) {
        byte[] value;
        try {
            value = EventJson.mapper().writeValueAsBytes(new MemberProfile(member, "年金 太郎", LocalDate.parse(day)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(Topics.MEMBER_PROFILE, null, member, value);
        CloudEventHeaders.of(EventType.MEMBER_PROFILE, UUID.randomUUID().toString(), Instant.EPOCH)
                .forEach((name, text) -> told.headers().add(name, text.getBytes(UTF_8)));
        LocalParts.send(List.of(told));
        await().atMost(LIMIT)
                .until(() -> Sql.column("select born from birth_date where member = " + Long.parseLong(member))
                        .contains(day));
    }
}
