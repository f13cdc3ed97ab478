package jp.nenkin.member.takeover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Take-over of members over HTTP: by officers alone. */
@Path("/take-over/members")
@Produces(MediaType.APPLICATION_JSON)
public class TakeOverResource {
    private static final int MOST_MEMBERS = 5_000;

    private final TakeOvers takeOvers;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    TakeOverResource(TakeOvers takeOvers, Idempotency idempotency, Callers callers, Clock clock) {
        this.clock = clock;
        this.takeOvers = takeOvers;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A list of members and what it comes to. */
    public record TakeOverBody(
            @NotNull @Valid ControlTotalsBody controlTotals,
            @NotNull @Size(min = 1, max = MOST_MEMBERS) List<@NotNull @Valid FormerSystemMemberBody> members) {}

    /** What the list comes to, base salaries in yen. */
    public record ControlTotalsBody(
            @NotNull @Min(0) Long members,
            @NotNull @Min(0) Long firstBaseSalaryTotal,
            @NotNull @Min(0) Long secondBaseSalaryTotal) {}

    /** A member as the former system has him; the base salaries are those of today. */
    public record FormerSystemMemberBody(
            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @NotNull LocalDate birthDate,

            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull LocalDate acquiredOn,
            @Nullable @Size(max = 50) List<@NotNull @Valid PeriodBody> earlierPeriods,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @Nullable @Size(max = 50) List<@NotNull @Valid AssetBody> transferredAssets) {}

    /** A membership that has ended. */
    public record PeriodBody(
            @NotNull LocalDate acquiredOn, @NotNull LocalDate lostOn) {}

    /** An asset brought from another plan; into the first plan unless said otherwise. */
    public record AssetBody(
            @NotNull @Min(1) @Max(99) Integer ordinal,
            @Nullable Plan plan,
            @NotNull LocalDate receivedOn,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String source,

            @NotNull @Min(0) @Max(1200) Integer creditedMonths) {}

    @POST
    @Operation(summary = "Take members over from a former system, all or none (operator)")
    @APIResponseSchema(value = ControlTotalsBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "422",
            description = "take-over-invalid with errors by member, control-totals-differ, idempotency-key-reused")
    public Response takeOver(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid TakeOverBody body) {
        callers.operator();
        return idempotency.once(key, "take-over-members", body, () -> {
            ControlTotals counted = takeOvers.takeOver(
                    totals(body.controlTotals()),
                    body.members().stream()
                            .map(member -> new TakeOvers.Given(member(member), member))
                            .toList(),
                    LocalDate.now(clock));
            return new Answer(201, null, body(counted));
        });
    }

    private static ControlTotals totals(ControlTotalsBody body) {
        return new ControlTotals(body.members(), body.firstBaseSalaryTotal(), body.secondBaseSalaryTotal());
    }

    private static ControlTotalsBody body(ControlTotals totals) {
        return new ControlTotalsBody(totals.members(), totals.firstBaseSalaryTotal(), totals.secondBaseSalaryTotal());
    }

    private static MemberToTakeOver member(FormerSystemMemberBody body) {
        return new MemberToTakeOver(
                new MemberNumber(body.memberNumber()),
                body.name(),
                body.birthDate(),
                new EstablishmentNumber(body.establishmentNumber()),
                body.acquiredOn(),
                new FiledBases(body.firstBaseSalary(), body.secondUnits()),
                orNone(body.earlierPeriods()).stream()
                        .map(period -> new MembershipPeriod(period.acquiredOn(), period.lostOn()))
                        .toList(),
                orNone(body.transferredAssets()).stream()
                        .map(TakeOverResource::asset)
                        .toList());
    }

    private static TransferredAsset asset(AssetBody body) {
        return new TransferredAsset(
                body.ordinal(),
                Objects.requireNonNullElse(body.plan(), Plan.FIRST),
                body.receivedOn(),
                body.source(),
                body.creditedMonths());
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
