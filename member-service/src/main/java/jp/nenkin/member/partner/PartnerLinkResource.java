package jp.nenkin.member.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Links to partners' services over HTTP: read by whoever is signed in, set by officers. */
@Path("/partner-links")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerLinkResource {
    private static final int MOST_LINKS = 50;

    private final PartnerLinkTable table;
    private final Callers callers;
    private final Clock clock;

    PartnerLinkResource(PartnerLinkTable table, Callers callers, Clock clock) {
        this.table = table;
        this.callers = callers;
        this.clock = clock;
    }

    /** A link in both languages, with the first and the last day on which it is shown where there are such. */
    public record PartnerLinkBody(
            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String titleJapanese,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String titleEnglish,

            @NotNull @Size(min = 1, max = 500) String url,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        static PartnerLinkBody of(PartnerLink link) {
            return new PartnerLinkBody(
                    link.titleJapanese(), link.titleEnglish(), link.url(), link.from(), link.until());
        }

        PartnerLink link() {
            if (!PartnerLink.leadsToHost(url)) {
                throw new Refusal(PartnerProblem.LINK_NOT_HTTPS, Map.of("url", url)).asProblem();
            }
            return new PartnerLink(titleJapanese, titleEnglish, url, from, until);
        }
    }

    /** Links in the order in which they are shown. */
    public record PartnerLinksBody(
            @NotNull @Size(max = MOST_LINKS) List<@NotNull @Valid PartnerLinkBody> links) {
        static PartnerLinksBody of(List<PartnerLink> links) {
            return new PartnerLinksBody(links.stream().map(PartnerLinkBody::of).toList());
        }
    }

    @GET
    @Operation(summary = "Links to partners' services of today; to officers all that are set (whoever is signed in)")
    public PartnerLinksBody list() {
        LocalDate today = LocalDate.now(clock);
        boolean all = callers.current() instanceof Caller.Officer;
        return PartnerLinksBody.of(table.links().stream()
                .filter(link -> all || link.isShownOn(today))
                .toList());
    }

    @PUT
    @Operation(summary = "Set all links to partners' services in place of those before (operator)")
    @APIResponseSchema(value = PartnerLinksBody.class, responseCode = "200")
    @APIResponse(responseCode = "422", description = "link-not-https")
    public PartnerLinksBody set(@NotNull @Valid PartnerLinksBody body) {
        String officer = callers.operator().id();
        List<PartnerLink> links =
                body.links().stream().map(PartnerLinkBody::link).toList();
        table.set(links, officer);
        return PartnerLinksBody.of(links);
    }
}
