package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jp.nenkin.keycloak.LiveKeycloak.Servers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Signing in on Keycloak's pages: what gets in, what is told of what does not, and how often one may try. */
@ExtendWith(LiveKeycloak.class)
class SignInPagesTest {

    private static final String BORN = "19610123";
    private static final AtomicInteger NUMBERS = new AtomicInteger(5_000);

    private static Servers servers;

    /** Somebody with an account. */
    private record Member(String loginId, String password) {}

    @BeforeAll
    static void know(Servers started) {
        servers = started;
        // All tests come from one address.
        triesOfAddress("10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {BORN, "1961/01/23", "1961-1-23", "１９６１０１２３"})
    void login_id_password_and_birth_date_let_a_member_in(String birthDate) {
        Member member = member();
        try (LoginBrowser browser = new LoginBrowser(servers)) {
            HttpResponse<String> page = browser.open("member");
            assertThat(page.body()).contains("name=\"birthDate\"", "inputmode=\"numeric\"");

            assertThat(LoginBrowser.isIn(browser.signIn(
                            page, member.loginId().toUpperCase(Locale.ROOT), member.password(), birthDate)))
                    .isTrue();
        }
    }

    @Test
    void whichever_is_wrong_the_answer_is_the_same() {
        Member member = member();
        Member stopped = member();
        set(servers, stopped.loginId(), false);
        Member guessedAt = member();
        guess(guessedAt, 5);
        String unknown = "nobody-" + NUMBERS.incrementAndGet();

        List<String> answers = List.of(
                answer(member.loginId(), "wrong1234", BORN),
                answer(member.loginId(), member.password(), "19610124"),
                answer(member.loginId(), member.password(), ""),
                answer(member.loginId(), "", BORN),
                answer(stopped.loginId(), stopped.password(), BORN),
                answer(guessedAt.loginId(), guessedAt.password(), BORN),
                answer(unknown, "wrong1234", BORN));

        assertThat(answers).hasSize(7).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("The login ID, the password or the date of birth is wrong.");
    }

    @Test
    void of_forty_guesses_made_at_once_five_are_looked_at() {
        Member member = member();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> guesses = new ArrayList<>();
            for (int guess = 0; guess < 40; guess++) {
                guesses.add(CompletableFuture.runAsync(() -> guess(member, 1), threads));
            }
            CompletableFuture.allOf(guesses.toArray(CompletableFuture[]::new)).join();
        }

        List<String> errors = servers
                .admin()
                .realm("member")
                .getEvents(List.of("LOGIN_ERROR"), null, id(member), null, null, null, 0, 100)
                .stream()
                .map(EventRepresentation::getError)
                .toList();
        assertThat(errors).hasSize(40);
        assertThat(errors)
                .filteredOn(error -> error.equals("invalid_user_credentials"))
                .hasSize(5);
        assertThat(isIn(new LoginBrowser(servers), member)).isFalse();
    }

    @Test
    void strangers_who_guess_do_not_keep_a_member_out_of_his_own_browser() {
        Member member = member();
        try (LoginBrowser own = new LoginBrowser(servers);
                LoginBrowser other = new LoginBrowser(servers)) {
            assertThat(isIn(own, member)).isTrue();
            forgetSession(own);
            guess(member, 5);

            assertThat(isIn(other, member)).as("a stranger's browser").isFalse();
            assertThat(isIn(own, member)).as("his own").isTrue();
        }
    }

    @Test
    void a_members_own_browser_has_no_more_tries_than_a_strangers() {
        Member member = member();
        try (LoginBrowser own = new LoginBrowser(servers)) {
            assertThat(isIn(own, member)).isTrue();
            forgetSession(own);
            HttpResponse<String> page = own.open("member");
            for (int guess = 0; guess < 5; guess++) {
                page = own.signIn(page, member.loginId(), "wrong1234", BORN);
            }

            assertThat(LoginBrowser.isIn(own.signIn(page, member.loginId(), member.password(), BORN)))
                    .isFalse();
        }
    }

    @Test
    void who_set_a_new_password_by_a_link_is_not_kept_out_by_the_guesses_before() {
        Member member = member();
        guess(member, 5);
        assertThat(isIn(new LoginBrowser(servers), member)).isFalse();
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setTemporary(false);
        password.setValue("tsubame58");
        servers.admin().realm("member").users().get(id(member)).resetPassword(password);
        assertThat(isIn(new LoginBrowser(servers), new Member(member.loginId(), "tsubame58")))
                .isTrue();
    }

    @Test
    void a_browsers_cookie_is_no_scripts_and_nobody_elses() {
        Member member = member();
        Member another = member();
        try (LoginBrowser own = new LoginBrowser(servers);
                LoginBrowser thief = new LoginBrowser(servers)) {
            assertThat(isIn(own, member)).isTrue();
            HttpCookie cookie = own.cookies().getCookieStore().getCookies().stream()
                    .filter(each -> each.getName().equals("NENKIN_DEVICE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSecure()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/realms/member/");

            guess(another, 5);
            thief.cookies().getCookieStore().add(servers.server().url(), cookie);
            assertThat(isIn(thief, another)).isFalse();
        }
    }

    @Test
    void an_address_that_failed_too_often_is_refused_whomever_it_tries_and_stops_no_account() {
        Member member = member();
        triesOfAddress("3");
        try {
            for (int guess = 0; guess < 20; guess++) {
                answer("nobody-" + NUMBERS.incrementAndGet(), "wrong1234", BORN);
            }
            guess(member, 5);
            assertThat(isIn(new LoginBrowser(servers), member)).isFalse();
        } finally {
            triesOfAddress("10000");
        }
        assertThat(isIn(new LoginBrowser(servers), member)).isTrue();
    }

    @Test
    void a_new_password_asks_for_all_three_again_and_ends_the_other_sessions() {
        Member member = member();
        try (LoginBrowser own = new LoginBrowser(servers);
                LoginBrowser other = new LoginBrowser(servers)) {
            assertThat(isIn(own, member)).isTrue();
            assertThat(isIn(other, member)).isTrue();

            awaitNextSecond();
            HttpResponse<String> again = own.open("member", "&kc_action=UPDATE_PASSWORD");
            assertThat(again.body()).contains("name=\"birthDate\"", "For safety, please sign in again.");
            HttpResponse<String> wrong = own.signIn(again, member.loginId(), "wrong1234", BORN);
            assertThat(wrong.body()).contains("is wrong");
            HttpResponse<String> change = own.signIn(wrong, member.loginId(), member.password(), BORN);
            assertThat(change.body()).contains("Change your password", "8 to 12 letters and digits");
            HttpResponse<String> refused = own.fill(
                    change,
                    Map.of("password-new", "abcdefgh", "password-confirm", "abcdefgh", "logout-sessions", "on"));
            assertThat(refused.body()).contains("class=\"message error\"");
            HttpResponse<String> done = own.fill(
                    refused,
                    Map.of("password-new", "atarashii7", "password-confirm", "atarashii7", "logout-sessions", "on"));

            assertThat(LoginBrowser.isIn(done)).isTrue();
            assertThat(other.open("member").body()).contains("name=\"birthDate\"");
            assertThat(LoginBrowser.isIn(own.open("member"))).isTrue();
            assertThat(isIn(new LoginBrowser(servers), member)).isFalse();
            assertThat(isIn(new LoginBrowser(servers), new Member(member.loginId(), "atarashii7")))
                    .isTrue();
        }
    }

    @Test
    void somebody_else_cannot_take_over_where_a_member_is_asked_again() {
        Member member = member();
        Member another = member();
        try (LoginBrowser own = new LoginBrowser(servers)) {
            assertThat(isIn(own, member)).isTrue();

            awaitNextSecond();
            HttpResponse<String> again = own.open("member", "&kc_action=UPDATE_PASSWORD");

            assertThat(own.signIn(again, another.loginId(), another.password(), BORN)
                            .body())
                    .contains("is wrong");
        }
    }

    @Test
    void a_member_who_wants_one_time_codes_is_asked_for_them_from_then_on() {
        Member member = member();
        try (LoginBrowser own = new LoginBrowser(servers)) {
            assertThat(isIn(own, member)).isTrue();
            awaitNextSecond();
            HttpResponse<String> again = own.open("member", "&kc_action=CONFIGURE_TOTP");
            assertThat(again.body()).contains("name=\"birthDate\"");

            HttpResponse<String> setUp = own.signIn(again, member.loginId(), member.password(), BORN);

            assertThat(setUp.body()).contains("Set up one-time codes", "QR code");
        }
        give(member);
        try (LoginBrowser browser = new LoginBrowser(servers)) {
            HttpResponse<String> asked =
                    browser.signIn(browser.open("member"), member.loginId(), member.password(), BORN);
            assertThat(asked.body()).contains("Enter the one-time code");
            HttpResponse<String> wrong = browser.fill(asked, Map.of("otp", "000000"));
            assertThat(wrong.body()).contains("The one-time code is wrong.");
            String code = OneTimeCodes.in(servers.folder().root()).next("member", member.loginId());
            HttpResponse<String> right = browser.fill(wrong, Map.of("otp", code));
            assertThat(LoginBrowser.isIn(right)).as(right.body()).isTrue();
        }
    }

    @Test
    void an_officer_gets_in_by_a_one_time_code_alone_and_by_none_twice() {
        DemoPerson officer = DemoPerson.officer("officer-of-codes", "C");
        servers.people().ensure(List.of(officer));
        String password = Passwords.in(servers.folder().root())
                .find("fund", officer.loginId())
                .orElseThrow();
        String code = OneTimeCodes.in(servers.folder().root()).next("fund", officer.loginId());
        Map<String, String> typed = Map.of("username", officer.loginId(), "password", password);
        try (LoginBrowser browser = new LoginBrowser(servers);
                LoginBrowser thief = new LoginBrowser(servers)) {
            HttpResponse<String> asked = browser.fill(browser.open("fund"), typed);
            assertThat(asked.body()).contains("Enter the one-time code");
            assertThat(LoginBrowser.isIn(browser.fill(asked, Map.of("otp", code))))
                    .isTrue();

            HttpResponse<String> second = thief.fill(thief.fill(thief.open("fund"), typed), Map.of("otp", code));
            assertThat(second.body()).contains("The one-time code is wrong.");
        }
    }

    @Test
    void an_officer_without_a_device_sets_one_up_before_anything_else() {
        UserRepresentation officer = new UserRepresentation();
        officer.setUsername("officer-new");
        officer.setEnabled(true);
        officer.setFirstName("N");
        officer.setLastName("職員");
        servers.admin().realm("fund").users().create(officer).close();
        String id = servers.admin()
                .realm("fund")
                .users()
                .searchByUsername("officer-new", true)
                .getFirst()
                .getId();
        servers.admin().realm("fund").users().get(id).resetPassword(LiveRealmsTest.credential("hanamizuki2026kaze"));
        try (LoginBrowser browser = new LoginBrowser(servers)) {
            HttpResponse<String> setUp = browser.fill(
                    browser.open("fund"), Map.of("username", "officer-new", "password", "hanamizuki2026kaze"));

            assertThat(setUp.body()).contains("Set up one-time codes").doesNotContain("cancel-aia");
        }
    }

    @Test
    void nobody_signs_in_as_an_employer_before_there_are_certificates() {
        try (LoginBrowser browser = new LoginBrowser(servers)) {
            // A client that every realm has, since no program of ours leads there yet.
            HttpResponse<String> page = browser.openOf("account", "employer", "/realms/employer/account/");

            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.body()).contains("Employers cannot sign in yet.").doesNotContain("name=\"password\"");
        }
    }

    @Test
    void a_flow_that_was_changed_is_put_right() {
        AuthenticationManagementResource flows = servers.admin().realm("fund").flows();
        flows.removeExecution(flows.getExecutions("sign-in").stream()
                .filter(step -> "auth-otp-form".equals(step.getProviderId()))
                .findFirst()
                .orElseThrow()
                .getId());

        assertThat(servers.server().applyRealms()).contains("fund: flow sign-in");

        assertThat(FlowSteps.of("sign-in", flows))
                .contains(new FlowSteps.Step(1, "auth-otp-form", "REQUIRED", Map.of()));
        triesOfAddress("10000");
    }

    private static Member member() {
        String number = "%010d".formatted(NUMBERS.incrementAndGet());
        DemoPerson person = DemoPerson.member(number, LocalDate.of(1961, 1, 23));
        servers.people().ensure(List.of(person));
        return new Member(
                person.loginId(),
                Passwords.in(servers.folder().root())
                        .find("member", person.loginId())
                        .orElseThrow());
    }

    /** As many wrong passwords, each from a browser of its own. */
    private static void guess(Member member, int times) {
        for (int guess = 0; guess < times; guess++) {
            answer(member.loginId(), "wrong1234", BORN);
        }
    }

    /** Keycloak counts in whole seconds: who has signed in in this one is not asked again. */
    private static void awaitNextSecond() {
        long now = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() == now) {
            Thread.onSpinWait();
        }
    }

    private static boolean isIn(LoginBrowser browser, Member member) {
        return LoginBrowser.isIn(browser.signIn(browser.open("member"), member.loginId(), member.password(), BORN));
    }

    /** Status and page of a refusal, without what differs from one sign-in to the next. */
    private static String answer(String loginId, String password, String birthDate) {
        try (LoginBrowser browser = new LoginBrowser(servers)) {
            HttpResponse<String> answer = browser.signIn(browser.open("member"), loginId, password, birthDate);
            return answer.statusCode()
                    + answer.body()
                            .replace(loginId, "LOGIN-ID")
                            .replaceAll("(session_code|tab_id|client_data|execution)=[^&\"]*", "$1=…")
                            .replaceAll("checkAuthSession\\([^)]*\\)", "…");
        }
    }

    private static void forgetSession(LoginBrowser browser) {
        browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> !cookie.getName().equals("NENKIN_DEVICE"))
                .toList()
                .forEach(cookie -> browser.cookies()
                        .getCookieStore()
                        .remove(servers.server().url(), cookie));
    }

    private static String id(Member member) {
        return servers.admin()
                .realm("member")
                .users()
                .searchByUsername(member.loginId(), true)
                .getFirst()
                .getId();
    }

    /** Opens an account or stops it. */
    static void set(Servers servers, String loginId, boolean enabled) {
        UserRepresentation user = servers.admin()
                .realm("member")
                .users()
                .searchByUsername(loginId, true)
                .getFirst();
        user.setEnabled(enabled);
        servers.admin().realm("member").users().get(user.getId()).update(user);
    }

    /** A device for one-time codes, as the demo's officers have one. */
    private static void give(Member member) {
        UserRepresentation user =
                servers.admin().realm("member").users().get(id(member)).toRepresentation();
        user.setCredentials(List.of(OneTimeCodes.in(servers.folder().root()).device("member", member.loginId())));
        servers.admin().realm("member").users().get(id(member)).update(user);
    }

    private static void triesOfAddress(String tries) {
        triesOfAddress(servers, tries);
    }

    /** Until the realms are applied again. */
    static void triesOfAddress(Servers servers, String tries) {
        AuthenticationManagementResource flows = servers.admin().realm("member").flows();
        String id = flows.getExecutions("sign-in").stream()
                .filter(step -> "nenkin-birth-date-form".equals(step.getProviderId()))
                .findFirst()
                .orElseThrow()
                .getAuthenticationConfig();
        AuthenticatorConfigRepresentation config = flows.getAuthenticatorConfig(id);
        config.setConfig(Map.of("triesOfAddress", tries));
        flows.updateAuthenticatorConfig(id, config);
    }
}
