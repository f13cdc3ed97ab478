package jp.nenkin.auth.contact;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.events.MemberContact;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Members' addresses over HTTP. */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {
    private static final String MEMBER_NUMBER = "^[0-9]{10}$";
    // As the event demands it.
    private static final String EMAIL = "^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$";
    private static final int SHORTEST_EMAIL = 6;
    private static final int LONGEST_EMAIL = 255;

    private final Contacts contacts;
    private final Idempotency idempotency;
    private final Callers callers;

    ContactResource(Contacts contacts, Idempotency idempotency, Callers callers) {
        this.contacts = contacts;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** An address as given and as answered. */
    public record ContactBody(
            @NotNull @Pattern(regexp = MEMBER_NUMBER) String memberNumber,

            @NotNull @Size(min = SHORTEST_EMAIL, max = LONGEST_EMAIL) @Pattern(regexp = EMAIL)
            String email,

            @NotNull ContactLanguage language) {}

    @POST
    @Operation(summary = "Record the address that a member gave in writing; it replaces the one before (operator)")
    @APIResponse(responseCode = "201", description = "Recorded; the answer has no body")
    public Response record(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ContactBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "record-contact", body, () -> {
            contacts.record(new MemberContact(body.memberNumber(), body.email(), body.language()), officer.id());
            // Without a body: what is answered is kept for repetitions, and the address stands in one place already.
            return new Answer(201, URI.create("/contacts/" + body.memberNumber()), null);
        });
    }

    @GET
    @Path("/{memberNumber}")
    @Transactional
    @Operation(summary = "The address of a member (officer, the member)")
    public ContactBody find(@PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber) {
        callers.officerOrMember(memberNumber);
        return contacts.of(memberNumber)
                .map(contact -> new ContactBody(contact.memberNumber(), contact.email(), contact.language()))
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }
}
