package jp.nenkin.notice.publication;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.ProgressStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A publication's progress as a stream of events (SSE): by officers alone. */
@Path("/publications/{id}/progress")
public class ProgressResource {
    private final Publications publications;
    private final ProgressStream progress;
    private final Callers callers;

    ProgressResource(Publications publications, ProgressStream progress, Callers callers) {
        this.publications = publications;
        this.progress = progress;
        this.callers = callers;
    }

    /**
     * The state at once, again whenever it has changed, and the last when nothing will change by itself. Each state is
     * whole, so whoever comes back with a Last-Event-ID has missed nothing once the newest has come.
     */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "A publication's progress, until its messages are made and its mails settled (officer)")
    @APIResponse(
            responseCode = "200",
            description = "Events named publication, each with an id and the publication as its data",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PublicationResource.PublicationBody.class)))
    public Multi<OutboundSseEvent> progress(
            @PathParam("id") UUID id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        callers.officer();
        if (publications.find(id).isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return progress.follow(() -> publications.find(id).orElseThrow(), publication -> !publication.isSettled())
                .map(publication -> event(publication, sse));
    }

    private static OutboundSseEvent event(Publication publication, Sse sse) {
        Publication.MailCount mails = publication.mails();
        return sse.newEventBuilder()
                .name("publication")
                .id("%s-%d-%d-%d-%d"
                        .formatted(
                                publication.status(),
                                publication.messages(),
                                mails.total(),
                                mails.sent(),
                                mails.undeliverable()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(PublicationResource.PublicationBody.class, PublicationResource.PublicationBody.of(publication))
                .build();
    }
}
