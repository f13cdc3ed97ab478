package jp.nenkin.member.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The fund's closed days over HTTP: read by officers and establishments, added by officers. */
@Path("/closed-days")
@Produces(MediaType.APPLICATION_JSON)
public class ClosedDayResource {
    private final ClosedDays closedDays;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    ClosedDayResource(ClosedDays closedDays, Idempotency idempotency, Callers callers, Clock clock) {
        this.closedDays = closedDays;
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** A day that the fund closes itself. */
    public record ClosedDayToAddBody(
            @NotNull LocalDate day,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String reason) {}

    /**
     * The closed days of a year besides Saturdays and Sundays.
     *
     * @param publicHolidaysKnown false where the law's holidays of the year are not on record yet
     */
    public record ClosedDaysBody(int year, boolean publicHolidaysKnown, List<ClosedDay> closedDays) {}

    @POST
    @Operation(summary = "Add a day on which the fund is closed; due dates move over it (operator)")
    @APIResponseSchema(value = ClosedDay.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "day-closed-already, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ClosedDayToAddBody body) {
        String officer = callers.operator().id();
        return idempotency.once(key, "add-closed-day", body, () -> add(body, officer));
    }

    private Answer add(ClosedDayToAddBody body, String officer) {
        Optional<Refusal> refusal = closedDays.add(body.day(), body.reason(), officer);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        return Answer.created(
                "/closed-days?year=" + body.day().getYear(),
                new ClosedDay(body.day(), ClosedDayKind.FUND, body.reason()));
    }

    @GET
    @Operation(
            summary = "The closed days of a year, this one unless said otherwise, besides Saturdays and Sundays"
                    + " (officer, any establishment, any consultant)")
    public ClosedDaysBody list(@QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year) {
        callers.officerOrAnyFiler();
        Year asked = Year.of(
                Objects.requireNonNullElseGet(year, () -> LocalDate.now(clock).getYear()));
        return new ClosedDaysBody(
                asked.getValue(),
                PublicHolidays.known().cover(asked),
                closedDays.calendar().closedIn(asked));
    }
}
