package jp.nenkin.auth.inquiry;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.auth.email.EmailAddress;
import jp.nenkin.auth.email.EmailProblem;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.auth.people.MemberNumber;
import jp.nenkin.auth.people.PeopleProblem;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Asking for a birth date to be looked at, over HTTP, for whoever is not known yet. */
@Path("/birth-date-inquiries")
@Produces(MediaType.APPLICATION_JSON)
public class InquiryResource {
    private static final int LONGEST = 1000;

    private final Inquiries inquiries;
    private final Limits limits;

    InquiryResource(Inquiries inquiries, Limits limits) {
        this.inquiries = inquiries;
        this.limits = limits;
    }

    /**
     * Whose birth date, and what it is.
     *
     * @param email where the answer goes, if the employer corrects the record to this date
     */
    public record InquiryBody(
            @NotNull @Size(max = LONGEST) String memberNumber,
            @NotNull LocalDate birthDate,

            @Size(max = LONGEST) @Nullable String email,

            @NotNull ContactLanguage language) {}

    @POST
    @Operation(summary = "Have the employer look at a birth date that the records may have wrong (anybody)")
    @APIResponse(
            responseCode = "202",
            description = "The same whether or not there is such a number and anybody is asked")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    public Response ask(@NotNull @Valid InquiryBody body, @Context HttpServerRequest request) {
        limits.countCall(request.remoteAddress().hostAddress());
        String number = MemberNumber.of(body.memberNumber())
                .orElseThrow(() -> Problem.of(KitProblem.INVALID)
                        .field("memberNumber", PeopleProblem.MEMBER_NUMBER_FORM, Map.of()));
        inquiries.ask(new Inquiry(number, body.birthDate(), answerTo(body)));
        return Response.accepted().build();
    }

    private static @Nullable Addressee answerTo(InquiryBody body) {
        @Nullable String email = body.email();
        if (email == null) {
            return null;
        }
        if (!EmailAddress.isWellFormed(email)) {
            throw Problem.of(KitProblem.INVALID).field("email", EmailProblem.EMAIL_FORM, Map.of());
        }
        return new Addressee(email, body.language());
    }
}
