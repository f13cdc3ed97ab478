package jp.nenkin.member.filer;

import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.post;

import java.time.LocalDate;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;

/** Consultants and delegations as tests give and end them. */
public final class Consultancies {
    private Consultancies() {}

    /** Registers a consultant, once however often it is asked. */
    public static String consultant(String code) {
        post(LocalParts.asOfficer(), "/consultants", "consultant-" + code, body("code", code, "name", "霧島社会保険労務士事務所"))
                .statusCode(201);
        return code;
    }

    /** A delegation from a day; the answer is its id. */
    public static String delegated(String establishment, String consultant, LocalDate from) {
        return post(
                        LocalParts.asEstablishment(establishment),
                        "/establishments/" + establishment + "/delegations",
                        body("consultantCode", consultant, "from", from))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Ends a delegation at once. */
    public static void ended(String establishment, String delegation) {
        post(
                        LocalParts.asEstablishment(establishment),
                        "/establishments/" + establishment + "/delegations/" + delegation + "/end",
                        body("until", Requests.today()))
                .statusCode(200);
    }
}
