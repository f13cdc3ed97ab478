package jp.nenkin.member.establishment;

import static jp.nenkin.kit.KitProblem.NOT_FOUND;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Establishments over HTTP. */
@Path("/establishments")
@Produces(MediaType.APPLICATION_JSON)
public class EstablishmentResource {
    private final Establishments establishments;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    EstablishmentResource(Establishments establishments, Idempotency idempotency, Callers callers, Clock clock) {
        this.establishments = establishments;
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** An establishment as registered and as answered. */
    public record EstablishmentBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String number,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @NotEmpty Set<@NotNull Plan> plans,
            @Nullable @Valid CourseBody secondPlanCourse,
            @Nullable @Valid OfficeBody office,

            @Nullable @Schema(description = "Whether a file waits for a second person of the establishment")
            Boolean filingsNeedApproval) {}

    /** The course of the second plan; units for FIXED alone. */
    public record CourseBody(
            @NotNull CourseRules.Kind kind, @Nullable Integer units) {}

    /** The pension service's symbol of the establishment (事業所整理記号), as its layouts have it. */
    public record OfficeBody(
            @NotNull @Pattern(regexp = Office.PREFECTURE) String prefecture,

            @NotNull @Pattern(regexp = Office.MUNICIPALITY) String municipality,

            @NotNull @Pattern(regexp = Office.SYMBOL) String symbol) {}

    /**
     * What an establishment is called and how its files are taken, whole.
     *
     * @param office may be left out only of an establishment that has none
     */
    public record ParticularsBody(
            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @Nullable @Valid OfficeBody office,

            @NotNull @Schema(description = "Whether a file waits for a second person of the establishment")
            Boolean filingsNeedApproval) {
        static ParticularsBody of(EstablishmentParticulars particulars) {
            return new ParticularsBody(
                    particulars.name(), officeBody(particulars.office()), particulars.filingsNeedApproval());
        }
    }

    /** What an establishment offers, whole, from a day on. */
    public record TermsToSetBody(
            @NotNull LocalDate from,
            @NotEmpty Set<@NotNull Plan> plans,
            @Nullable @Valid CourseBody secondPlanCourse) {}

    /** Particulars as they were set; by is absent of what was registered. */
    public record SetParticularsBody(
            ParticularsBody particulars,
            Instant setAt,
            @Nullable String setBy) {}

    /** Terms as they were set; from and by are absent of what was registered. */
    public record SetTermsBody(
            @Nullable LocalDate from,
            Set<Plan> plans,
            @Nullable CourseBody secondPlanCourse,
            Instant setAt,
            @Nullable String setBy) {
        static SetTermsBody of(EstablishmentHistory.SetTerms set) {
            SecondPlan second = set.terms().second();
            return new SetTermsBody(
                    set.from(), plansOf(set.terms().offersFirst(), second), courseBody(second), set.at(), set.by());
        }
    }

    /** All that an establishment was and will be, in the order in which it was set. */
    public record HistoryBody(List<SetParticularsBody> particulars, List<SetTermsBody> terms) {
        static HistoryBody of(EstablishmentHistory history) {
            return new HistoryBody(
                    history.particulars().stream()
                            .map(set ->
                                    new SetParticularsBody(ParticularsBody.of(set.particulars()), set.at(), set.by()))
                            .toList(),
                    history.terms().stream().map(SetTermsBody::of).toList());
        }
    }

    @POST
    @Operation(summary = "Register an establishment (operator)")
    @APIResponseSchema(value = EstablishmentBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "establishment-exists, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "course-missing, course-without-second-plan, course-units-missing,"
                    + " course-units-not-allowed, units-out-of-range, idempotency-key-reused")
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid EstablishmentBody body) {
        callers.operator();
        return idempotency.once(key, "register-establishment", body, () -> register(body));
    }

    private Answer register(EstablishmentBody body) {
        CourseRules.Course course = course(body.secondPlanCourse());
        CourseRules rules = new CourseRules(PlanData.standard().unitsOn(LocalDate.now(clock)));
        boolean second = body.plans().contains(Plan.SECOND);
        Optional<Refusal> refusal = rules.refuse(second, course)
                .or(() -> establishments.register(new Establishment(
                        new EstablishmentNumber(body.number()),
                        body.name(),
                        body.plans().contains(Plan.FIRST),
                        CourseRules.secondPlan(course),
                        office(body.office()),
                        Boolean.TRUE.equals(body.filingsNeedApproval()))));
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        return Answer.created("/establishments/" + body.number(), body);
    }

    private static @Nullable Office office(@Nullable OfficeBody body) {
        return body == null ? null : new Office(body.prefecture(), body.municipality(), body.symbol());
    }

    private static CourseRules.@Nullable Course course(@Nullable CourseBody body) {
        return body == null ? null : new CourseRules.Course(body.kind(), body.units());
    }

    @PUT
    @Path("/{number}/particulars")
    @Operation(
            summary = "Change an establishment's name, symbol and approval of files, from now on (operator)",
            description = "All three take the place of those before. A symbol that is registered is said again, or"
                    + " another: left out, the whole is refused.")
    @APIResponseSchema(value = EstablishmentBody.class, responseCode = "200")
    @APIResponse(responseCode = "422", description = "office-missing")
    public EstablishmentBody change(
            @PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number,
            @NotNull @Valid ParticularsBody body) {
        String officer = callers.operator().id();
        EstablishmentNumber changed = new EstablishmentNumber(number);
        EstablishmentParticulars particulars =
                new EstablishmentParticulars(body.name(), office(body.office()), body.filingsNeedApproval());
        if (!establishments.change(changed, particulars, officer)) {
            throw Problem.of(NOT_FOUND);
        }
        return body(establishments.find(changed).orElseThrow());
    }

    @POST
    @Path("/{number}/terms")
    @Operation(
            summary = "Change what an establishment offers from a day on (operator)",
            description = "While nobody was ever a member, anything. From then on FIXED may become VARIABLE, from a 1"
                    + " April or 1 October; units are filed for each member after it.")
    @APIResponseSchema(value = HistoryBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "422",
            description = "terms-unchanged, terms-before-others, terms-day-not-allowed, plans-stay,"
                    + " units-filed-per-member, and what a registration is refused with")
    public Response change(
            @PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid TermsToSetBody body) {
        String officer = callers.operator().id();
        return idempotency.once(key, "change-terms/" + number, body, () -> change(number, body, officer));
    }

    private Answer change(String number, TermsToSetBody body, String officer) {
        CourseRules.Course course = course(body.secondPlanCourse());
        CourseRules rules = new CourseRules(PlanData.standard().unitsOn(body.from()));
        Optional<Refusal> refusal = rules.refuse(body.plans().contains(Plan.SECOND), course);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        EstablishmentNumber changed = new EstablishmentNumber(number);
        establishments.change(
                changed,
                new EstablishmentTerms(body.plans().contains(Plan.FIRST), CourseRules.secondPlan(course)),
                body.from(),
                officer);
        return Answer.created(
                "/establishments/" + number + "/history",
                HistoryBody.of(establishments.history(changed).orElseThrow()));
    }

    @GET
    @Path("/{number}/history")
    @Operation(
            summary = "All that an establishment was and will be, and who set it (officer, the establishment itself)")
    public HistoryBody history(@PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number) {
        callers.officerOrEstablishment(number);
        return establishments
                .history(new EstablishmentNumber(number))
                .map(HistoryBody::of)
                .orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "An establishment (officer, the establishment itself, its consultant)")
    public EstablishmentBody find(@PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number) {
        Caller caller = callers.officerOrFiler(number);
        return establishments
                .find(new EstablishmentNumber(number))
                .map(EstablishmentResource::body)
                .orElseThrow(() -> missing(caller));
    }

    /** To a consultant one that has not delegated to it is the same as none. */
    private static Problem missing(Caller caller) {
        return caller instanceof Caller.Consultant ? Callers.forbidden() : Problem.of(NOT_FOUND);
    }

    private static EstablishmentBody body(Establishment establishment) {
        return new EstablishmentBody(
                establishment.number().value(),
                establishment.name(),
                plansOf(establishment.offersFirst(), establishment.second()),
                courseBody(establishment.second()),
                officeBody(establishment.office()),
                establishment.filingsNeedApproval());
    }

    private static Set<Plan> plansOf(boolean first, SecondPlan second) {
        Set<Plan> plans = EnumSet.noneOf(Plan.class);
        if (first) {
            plans.add(Plan.FIRST);
        }
        if (!(second instanceof SecondPlan.NotOffered)) {
            plans.add(Plan.SECOND);
        }
        return plans;
    }

    private static @Nullable OfficeBody officeBody(@Nullable Office office) {
        return office == null ? null : new OfficeBody(office.prefecture(), office.municipality(), office.symbol());
    }

    private static @Nullable CourseBody courseBody(SecondPlan second) {
        return switch (second) {
            case SecondPlan.NotOffered _ -> null;
            case SecondPlan.Fixed(int units) -> new CourseBody(CourseRules.Kind.FIXED, units);
            case SecondPlan.Variable _ -> new CourseBody(CourseRules.Kind.VARIABLE, null);
        };
    }
}
