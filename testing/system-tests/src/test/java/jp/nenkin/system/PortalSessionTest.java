package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Ports;
import jp.nenkin.local.Program;
import jp.nenkin.local.ServiceProcess;
import jp.nenkin.local.demo.DemoFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds of a session at the portal, whoever asks and whichever instance answers. */
@ExtendWith(FundExtension.class)
class PortalSessionTest {
    private static final String LOGIN = "member-" + DemoFund.EXAMPLE_2025;

    @Test
    void signing_out_on_one_instance_holds_on_another(Fund fund) {
        Visitor visitor = Visitor.signedIn(fund.running(), "member", LOGIN);
        try (ServiceProcess other =
                fund.system().startAnother(Program.AUTH, Ports.free().auth())) {
            URI there = other.url().resolve("/session");
            assertThat(visitor.get(there).statusCode()).isEqualTo(200);

            HttpResponse<String> out =
                    visitor.post(fund.running().url(Program.AUTH).resolve("/session/sign-out"), csrfToken(visitor));

            assertThat(out.statusCode()).isEqualTo(204);
            assertThat(visitor.get(there).statusCode()).isEqualTo(401);
            assertThat(visitor.get(other.url().resolve("/api/ledger/members/" + DemoFund.EXAMPLE_2025 + "/accounts"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void signing_out_everywhere_ends_the_sessions_of_all_devices(Fund fund) {
        Visitor phone = Visitor.signedIn(fund.running(), "member", LOGIN);
        Visitor desktop = Visitor.signedIn(fund.running(), "member", LOGIN);

        assertThat(phone.post(fund.running().url(Program.AUTH).resolve("/sessions/sign-out"), csrfToken(phone))
                        .statusCode())
                .isEqualTo(204);

        assertThat(desktop.get("/session").statusCode()).isEqualTo(401);
        assertThat(phone.get("/session").statusCode()).isEqualTo(401);
    }

    @Test
    void an_unsafe_call_without_the_token_or_from_elsewhere_reaches_no_service(Fund fund) {
        Visitor visitor = Visitor.signedIn(fund.running(), "member", LOGIN);
        String id = fund.api()
                .as(DemoClient.member(DemoFund.EXAMPLE_2025), Program.NOTICE)
                .get("/members/{member}/messages", DemoFund.EXAMPLE_2025)
                .path("messages[0].id");
        String portal = fund.running().url(Program.AUTH).toString();
        URI reading =
                URI.create("%s/api/notice/members/%s/messages/%s/reading".formatted(portal, DemoFund.EXAMPLE_2025, id));
        String token = csrfToken(visitor);

        assertRefused(visitor.send(visitor.unsafe(reading).header("Origin", portal)));
        assertRefused(
                visitor.send(visitor.unsafe(reading).header("Origin", portal).header("X-CSRF-Token", token + "x")));
        assertRefused(visitor.send(
                visitor.unsafe(reading).header("Origin", "https://evil.example").header("X-CSRF-Token", token)));
        assertRefused(visitor.send(visitor.unsafe(reading).header("X-CSRF-Token", token)));
        assertThat(visitor.post(reading, token).statusCode()).isEqualTo(204);
    }

    @Test
    void a_browser_holds_no_token_and_scripts_cannot_read_its_cookie(Fund fund) {
        Visitor visitor = Visitor.signedIn(fund.running(), "member", LOGIN);
        URI portal = fund.running().url(Program.AUTH);
        assertThat(visitor.get("/session").body()).doesNotContain("eyJ");
        assertThat(visitor.cookies().getCookieStore().get(portal))
                .filteredOn(cookie -> cookie.getPath().equals("/"))
                .isNotEmpty()
                .allMatch(HttpCookie::isHttpOnly)
                .allMatch(HttpCookie::getSecure)
                .noneMatch(cookie -> cookie.getValue().contains("eyJ"));
    }

    @Test
    void another_members_messages_open_for_nobody_by_any_way(Fund fund) {
        String other = fund.desk().number(fund.cast().drawn());
        fund.running().ensureClients(List.of(DemoClient.member(other)));
        String foreign = fund.api()
                .as(DemoClient.member(other), Program.NOTICE)
                .get("/members/{member}/messages", other)
                .path("messages[0].id");
        Visitor visitor = Visitor.signedIn(fund.running(), "member", LOGIN);
        String own = "/api/notice/members/" + DemoFund.EXAMPLE_2025 + "/messages/";
        String theirs = "/api/notice/members/" + other + "/messages";

        assertThat(visitor.get(theirs).statusCode()).isEqualTo(403);
        assertThat(visitor.get(theirs + "/" + foreign).statusCode()).isEqualTo(403);
        assertThat(visitor.get(theirs + "/" + foreign + "/document").statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(own + foreign).statusCode()).isEqualTo(404);
        assertThat(visitor.get(own + foreign + "/document").statusCode()).isEqualTo(404);
        Visitor officer = Visitor.signedIn(fund.running(), "fund", "officer-a");
        assertThat(officer.get(theirs + "/" + foreign + "/document").statusCode())
                .isEqualTo(403);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JsonPath.from(answer.body()).getString("code")).isEqualTo("csrf-refused");
    }

    private static String csrfToken(Visitor visitor) {
        return JsonPath.from(visitor.get("/session").body()).getString("csrfToken");
    }
}
