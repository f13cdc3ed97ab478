package jp.nenkin.member.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.member.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Members who turn 65, over HTTP: all to officers, its own to an establishment. */
@Path("/coming-65ths")
@Produces(MediaType.APPLICATION_JSON)
public class ComingLossResource {
    private static final String MONTH = "^[12][0-9]{3}-(0[1-9]|1[0-2])$";

    private final AgeLimitLosses losses;
    private final Callers callers;
    private final Shown shown;
    private final Clock clock;

    ComingLossResource(AgeLimitLosses losses, Callers callers, Shown shown, Clock clock) {
        this.losses = losses;
        this.callers = callers;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * A page of those whose loss by age lies in the month, by member number.
     *
     * @param next the cursor of the next page, absent on the last
     */
    public record ComingLossesBody(
            String month,
            List<ComingLossBody> members,
            @Nullable String next) {}

    /**
     * Somebody whose loss by age lies in the month.
     *
     * @param lostOn the date of loss, the day before the birthday
     * @param dueOn until when the filing of the loss is due
     */
    public record ComingLossBody(
            String memberNumber,
            String establishmentNumber,
            String name,
            LocalDate birthDate,
            LocalDate lostOn,
            LocalDate dueOn) {}

    @GET
    @Operation(
            summary = "Members whose loss by age lies in a month, the next one unless said otherwise, and is not filed"
                    + " (officer all, an establishment its own, a consultant those of who delegated to it)")
    public ComingLossesBody list(
            @QueryParam("month") @Nullable @Pattern(regexp = MONTH) String month,
            @QueryParam("cursor") @Nullable @Pattern(regexp = MemberNumber.FORM) String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        callers.officerOrAnyFiler();
        YearMonth asked = month == null ? YearMonth.now(clock).plusMonths(1) : YearMonth.parse(month);
        AgeLimitLosses.Page page = losses.comingIn(asked, new AgeLimitLosses.Cut(cursor, limit));
        shown.members(page.members());
        return new ComingLossesBody(
                asked.toString(),
                page.losses().stream().map(ComingLossResource::body).toList(),
                page.next());
    }

    private static ComingLossBody body(AgeLimitLosses.Due due) {
        AgeLimitLoss loss = due.loss();
        return new ComingLossBody(
                loss.memberNumber().value(),
                loss.establishmentNumber().value(),
                loss.name(),
                loss.birthDate(),
                due.due().eventDay(),
                due.due().lastDay());
    }
}
