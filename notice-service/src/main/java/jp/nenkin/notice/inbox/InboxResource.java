package jp.nenkin.notice.inbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.MessageKind;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.notice.document.BalanceNotice;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** A member's inbox over HTTP: for the member himself and nobody else. */
@Path("/members/{memberNumber}/messages")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    private static final String MEMBER_NUMBER = "^[0-9]{10}$";
    private static final String PDF = "application/pdf";
    private static final String ACCEPT_LANGUAGE = "Accept-Language";
    private static final String VARY = "Vary";

    private final Messages messages;
    private final NoticePrinter printer;
    private final Idempotency idempotency;
    private final Callers callers;

    InboxResource(Messages messages, NoticePrinter printer, Idempotency idempotency, Callers callers) {
        this.messages = messages;
        this.printer = printer;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /**
     * A page of the inbox, newest first.
     *
     * @param unread how many of all messages were never opened
     * @param next the cursor of the next page, absent on the last
     */
    public record InboxBody(
            List<MessageSummary> messages,
            long unread,
            @Nullable UUID next) {}

    /** A message as the list shows it. */
    public record MessageSummary(
            UUID id,
            MessageKind kind,
            int fiscalYear,
            Instant deliveredAt,
            String title,
            String excerpt,
            boolean isNew) {}

    /** A message with all that is in it. */
    public record MessageBody(
            UUID id,
            MessageKind kind,
            int fiscalYear,
            Instant deliveredAt,
            String title,
            String excerpt,
            boolean isNew,
            String body,
            StatementBody statement,
            DocumentBody document) {}

    /** The figures of the notice. */
    public record StatementBody(LocalDate asOf, List<AccountBody> accounts, List<RateBody> rates) {}

    /**
     * One account's year, in yen.
     *
     * @param ordinal 0 for the member's own account, from 1 for transferred assets
     */
    public record AccountBody(
            Plan plan,
            int ordinal,
            long opening,
            long credited,
            long interest,
            long closing,
            @Nullable Long baseSalary) {}

    /** The crediting rate of a fiscal year in percent; absent while it is not set. */
    public record RateBody(int fiscalYear, @Nullable String rate) {}

    /** Where the notice itself is. */
    public record DocumentBody(String href, String fileName) {}

    @GET
    @ResponseHeader(name = VARY, value = ACCEPT_LANGUAGE)
    @Operation(summary = "A page of the inbox, newest first, in the language accepted (the member himself)")
    public InboxBody list(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @HeaderParam(ACCEPT_LANGUAGE) @Nullable String language,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        refuseOthers(memberNumber);
        Messages.Page page = messages.newest(memberNumber, cursor, limit);
        return new InboxBody(
                page.messages().stream()
                        .map(message -> summary(message, Language.accepted(language)))
                        .toList(),
                page.unread(),
                page.next());
    }

    @GET
    @Path("/{id}")
    @ResponseHeader(name = VARY, value = ACCEPT_LANGUAGE)
    @Operation(summary = "A message in the language accepted; looking alone does not mark it read (the member himself)")
    public MessageBody find(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @PathParam("id") UUID id,
            @HeaderParam(ACCEPT_LANGUAGE) @Nullable String language) {
        refuseOthers(memberNumber);
        return messages.find(memberNumber, id)
                .map(opened -> body(opened, Language.accepted(language)))
                .orElseThrow(InboxResource::notFound);
    }

    @POST
    @Path("/{id}/reading")
    @Operation(summary = "Note that the message has been opened; the first time counts (the member himself)")
    @APIResponse(responseCode = "204", description = "It is read")
    @APIResponse(responseCode = "404", description = "There is none: not-found")
    public Response open(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @PathParam("id") UUID id) {
        refuseOthers(memberNumber);
        return idempotency.once(key, "read-message", Map.of("id", id), () -> {
            if (!messages.open(memberNumber, id)) {
                throw notFound();
            }
            return new Answer(204, null, null);
        });
    }

    @GET
    @Path("/{id}/document")
    @Produces(PDF)
    @Operation(summary = "The notice as a PDF, the same bytes whenever it is asked for (the member himself)")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "It is the one that If-None-Match names")
    public Response document(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @PathParam("id") UUID id,
            @Context Request request) {
        refuseOthers(memberNumber);
        BalanceNotice notice = messages.notice(memberNumber, id).orElseThrow(InboxResource::notFound);
        byte[] document = printer.print(notice);
        EntityTag tag = new EntityTag(DocumentHeaders.tag(document));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(document, PDF) : unchanged;
        return answer.tag(tag)
                .header("Cache-Control", "private, no-store")
                .header(
                        "Content-Disposition",
                        DocumentHeaders.inline(
                                fileName(notice.statement().asOf()),
                                notice.statement().asOf()))
                .build();
    }

    /** By the same 403 whether or not the member or the message exists. */
    private void refuseOthers(String memberNumber) {
        if (!callers.member().number().equals(memberNumber)) {
            throw Callers.forbidden();
        }
    }

    private static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND);
    }

    private static MessageSummary summary(Message message, Language language) {
        Wording wording = Wording.of(message.kind(), message.fiscalYear(), language);
        return new MessageSummary(
                message.id(),
                message.kind(),
                message.fiscalYear(),
                message.deliveredAt(),
                wording.title(),
                wording.excerpt(),
                message.isNew());
    }

    private static MessageBody body(Messages.Opened opened, Language language) {
        Message message = opened.message();
        Wording wording = Wording.of(message.kind(), message.fiscalYear(), language);
        return new MessageBody(
                message.id(),
                message.kind(),
                message.fiscalYear(),
                message.deliveredAt(),
                wording.title(),
                wording.excerpt(),
                message.isNew(),
                wording.body(),
                statement(opened.statement()),
                new DocumentBody(
                        "/members/" + message.memberNumber() + "/messages/" + message.id() + "/document",
                        fileName(opened.statement().asOf())));
    }

    private static StatementBody statement(StatementPrepared statement) {
        return new StatementBody(
                statement.asOf(),
                statement.accounts().stream()
                        .map(account -> new AccountBody(
                                account.plan(),
                                account.ordinal(),
                                account.opening(),
                                account.credited(),
                                account.interest(),
                                account.closing(),
                                account.baseSalary()))
                        .toList(),
                statement.rates().stream()
                        .map(rate -> new RateBody(rate.fiscalYear(), rate.rate()))
                        .toList());
    }

    private static String fileName(LocalDate asOf) {
        return "仮想個人勘定残高通知書_" + asOf + ".pdf";
    }
}
