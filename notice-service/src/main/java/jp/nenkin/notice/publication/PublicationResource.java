package jp.nenkin.notice.publication;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Publications over HTTP: by officers alone. */
@Path("/publications")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationResource {
    private final Publications publications;
    private final Idempotency idempotency;
    private final Callers callers;

    PublicationResource(Publications publications, Idempotency idempotency, Callers callers) {
        this.publications = publications;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** The year to publish. */
    public record PublishBody(@NotNull @Min(2000) @Max(2999) Integer fiscalYear) {}

    /** All years that are or could be published, newest first. */
    public record PublicationsBody(List<PublicationBody> publications) {}

    /**
     * A publication as it stands.
     *
     * @param id absent until the year is published
     * @param statements how many members have a statement
     * @param messages how many messages are made
     * @param withoutName members whose name is not known: their message is made when it is
     */
    public record PublicationBody(
            @Nullable UUID id,
            int fiscalYear,
            Publication.Status status,
            long statements,
            long messages,
            long withoutName,
            MailsBody mails,
            @Nullable Instant requestedAt,
            @Nullable Instant completedAt) {
        static PublicationBody of(Publication publication) {
            Publication.Request request = publication.request();
            return new PublicationBody(
                    request == null ? null : request.id(),
                    publication.fiscalYear(),
                    publication.status(),
                    publication.statements(),
                    publication.messages(),
                    publication.withoutName(),
                    MailsBody.of(publication.mails()),
                    request == null ? null : request.requestedAt(),
                    request == null ? null : request.completedAt());
        }
    }

    /** How many mails there are, and what became of them; the rest wait. */
    public record MailsBody(long total, long sent, long undeliverable) {
        static MailsBody of(Publication.MailCount mails) {
            return new MailsBody(mails.total(), mails.sent(), mails.undeliverable());
        }
    }

    @POST
    @Operation(summary = "Publish the notices of a fiscal year: messages and mails follow; once per year (operator)")
    @APIResponseSchema(value = PublicationBody.class, responseCode = "202")
    @APIResponse(
            responseCode = "409",
            description = "already-published, statements-not-complete, idempotency-key-in-progress")
    public Response publish(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid PublishBody body) {
        String officer = callers.operator().id();
        return idempotency.once(key, "publish", body, () -> publish(body.fiscalYear(), officer));
    }

    private Answer publish(int fiscalYear, String officer) {
        PublicationBody made = PublicationBody.of(publications.publish(fiscalYear, officer));
        return Answer.accepted("/publications/" + made.id(), made);
    }

    @GET
    @Operation(summary = "Every year whose statements are complete, published or not, newest first (officer)")
    public PublicationsBody list() {
        callers.officer();
        return new PublicationsBody(
                publications.newest().stream().map(PublicationBody::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A publication as it stands (officer)")
    public PublicationBody find(@PathParam("id") UUID id) {
        callers.officer();
        return publications.find(id).map(PublicationBody::of).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }
}
