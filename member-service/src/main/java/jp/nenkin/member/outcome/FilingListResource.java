package jp.nenkin.member.outcome;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FiledAs;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Language;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.FilingState;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.upload.FilingFileResource.ReasonBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Everything that was filed over HTTP: all to officers, its own to an establishment. */
@Path("/filings")
@Produces(MediaType.APPLICATION_JSON)
public class FilingListResource {
    private final Outcomes outcomes;

    FilingListResource(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** What of the list is asked for: all that is not said is not asked. */
    public record Asked(
            @QueryParam("establishmentNumber") @Nullable @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @QueryParam("state") @Nullable FilingState state,
            @QueryParam("type") @Nullable FiledAs type,

            @QueryParam("memberNumber") @Nullable @Pattern(regexp = MemberNumber.FORM)
            String memberNumber,

            @QueryParam("receivedFrom") @Nullable LocalDate receivedFrom,
            @QueryParam("receivedUntil") @Nullable LocalDate receivedUntil,
            @QueryParam("cursor") @Nullable String cursor,

            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
            int limit) {}

    /** Newest first; next is the cursor of the next page, absent on the last. */
    public record FilingListBody(
            List<ListedBody> filings, @Nullable String next) {}

    /**
     * Something that was filed, by itself or in a row of a file.
     *
     * @param filingId absent of a row that neither is a filing nor waited to become one
     * @param fileId of the file that it came in, with the line of the row
     * @param type of what is or would be a filing, what a correction corrects; absent of a row that could not be read
     * @param takesBack the filing that it corrects or cancels, or would; absent of what was filed anew
     * @param takesBackType as what that was filed, where the caller sees it
     * @param memberNumber absent as long as it is not known
     * @param filedBy the id of who filed it
     * @param approvedBy the id of who approved its file
     * @param decidedBy the id of an officer or of who took it back; system where the rules alone decided
     * @param reasons why it waits, has no effect or was returned
     */
    public record ListedBody(
            @Nullable UUID filingId,
            @Nullable UUID fileId,
            @Nullable Long line,
            FilingState state,
            @Nullable FiledAs type,
            @Nullable UUID takesBack,
            @Nullable FiledAs takesBackType,
            @Nullable String memberNumber,
            String establishmentNumber,
            FilingChannel channel,
            LocalDate receivedOn,
            Instant filedAt,
            String filedBy,
            @Nullable String approvedBy,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<ReasonBody> reasons) {
        static ListedBody of(Listed listed, Language language) {
            Listed.Row row = listed.row();
            Listed.TakenBack takesBack = listed.takesBack();
            return new ListedBody(
                    listed.filing(),
                    row == null ? null : row.file(),
                    row == null ? null : row.line(),
                    listed.state(),
                    listed.type(),
                    takesBack == null ? null : takesBack.filing(),
                    takesBack == null ? null : takesBack.type(),
                    listed.memberNumber(),
                    listed.establishmentNumber(),
                    listed.channel(),
                    listed.receivedOn(),
                    listed.filedAt(),
                    listed.filedBy(),
                    listed.approvedBy(),
                    listed.decidedBy(),
                    listed.decidedAt(),
                    listed.reasons().stream()
                            .map(reason -> ReasonBody.of(reason, language))
                            .toList());
        }
    }

    @GET
    @Operation(
            summary = "What was filed and what became of it, newest first, single filings and rows of files together"
                    + " (officer all, an establishment its own, a consultant those of who delegated to it)")
    @APIResponseSchema(value = FilingListBody.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid, cursor-unknown")
    public FilingListBody list(
            @Valid @BeanParam Asked asked, @HeaderParam("Accept-Language") @Nullable String language) {
        Wanted wanted = new Wanted(
                outcomes.scope(asked.establishmentNumber()),
                asked.state(),
                asked.type(),
                asked.memberNumber(),
                asked.receivedFrom(),
                asked.receivedUntil(),
                null);
        List<Listed> page = outcomes.newestFirst(wanted, asked.cursor(), asked.limit());
        Language spoken = Language.accepted(language);
        return new FilingListBody(
                page.stream().map(listed -> ListedBody.of(listed, spoken)).toList(),
                Outcomes.next(page, asked.limit()));
    }
}
