package jp.nenkin.ledger.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.Trial;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shows what a fact would do to the accounts of a member, without doing it. */
@Path("/previews")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {
    private final Memberships memberships;
    private final Callers callers;
    private final Shown shown;

    PreviewResource(Memberships memberships, Callers callers, Shown shown) {
        this.memberships = memberships;
        this.callers = callers;
        this.shown = shown;
    }

    /** The kinds of fact that can be tried. */
    public enum FactKind {
        MEMBER_ENROLLED(MemberEnrolled.class),
        BASE_SALARY_CHANGED(BaseSalaryChanged.class),
        ELIGIBILITY_LOST(EligibilityLost.class),
        ESTABLISHMENT_CHANGED(EstablishmentChanged.class),
        TRANSFERRED_IN(TransferredIn.class),
        FILING_CANCELLED(FilingCancelled.class);

        private final Class<? extends MemberEvent> form;

        FactKind(Class<? extends MemberEvent> form) {
            this.form = form;
        }
    }

    /**
     * A fact to try.
     *
     * @param fact in the form it has on member.events, whose schemas asyncapi.yaml lists
     */
    public record PreviewBody(
            @NotNull FactKind kind,

            @NotNull
            @Schema(
                    implementation = Object.class,
                    type = SchemaType.OBJECT,
                    description = "the value of that event on member.events, as its schema in asyncapi.yaml says")
            JsonNode fact) {

        /** The fact itself; refused with a {@link Problem} when its form is not that of its kind. */
        MemberEvent read() {
            try {
                return EventJson.mapper().treeToValue(fact, kind.form);
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw Problem.of(KitProblem.INVALID).field("fact", KitProblem.FIELD_UNREADABLE, Map.of());
            }
        }
    }

    /**
     * What the fact would lead to.
     *
     * @param refusal the stable code of the rule that forbids it; absent when it is allowed
     */
    public record PreviewAnswer(
            boolean accepted,
            @Nullable String refusal,
            @Nullable String detail,
            List<PreviewedEvent> events) {}

    /** An event that would be appended, in the form it has on ledger.events. */
    public record PreviewedEvent(
            String type,

            @Schema(implementation = Object.class, type = SchemaType.OBJECT)
            Object data) {}

    @POST
    @Transactional
    @Operation(summary = "What a fact would do to a member's accounts; nothing is stored (operator)")
    public PreviewAnswer preview(@NotNull @Valid PreviewBody body) {
        callers.operator();
        MemberEvent fact = body.read();
        shown.members(List.of(fact.key()));
        Trial trial = memberships.trial(MemberNumber.parse(fact.key()), memberships.books());
        return switch (trial.outcome(new Told(fact))) {
            case Outcome.Refused refused ->
                new PreviewAnswer(false, Memberships.code(refused.refusal().name()), refused.detail(), List.of());
            case Outcome.Retroactive undecided -> throw new IllegalStateException("a fact was left undecided");
            case Outcome.Changes changes ->
                new PreviewAnswer(
                        true,
                        null,
                        null,
                        changes.changes().stream()
                                .flatMap(change -> change.events().stream())
                                .map(AccountEventCodec::published)
                                .map(event ->
                                        new PreviewedEvent(EventType.of(event).writtenName(), event))
                                .toList());
        };
    }
}
