package jp.nenkin.kit.trial;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.kit.TenantScope;
import org.jspecify.annotations.Nullable;

/** Every way a service answers. */
@Path("/trials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TrialsResource {
    private final Callers callers;
    private final Shown shown;
    private final Idempotency idempotency;
    private final Trials trials;
    private final AgroalDataSource database;
    private final TenantScope scope;
    private final Ids ids;
    private final Clock clock;

    TrialsResource(
            Callers callers,
            Shown shown,
            Idempotency idempotency,
            Trials trials,
            AgroalDataSource database,
            TenantScope scope,
            Ids ids,
            Clock clock) {
        this.callers = callers;
        this.shown = shown;
        this.idempotency = idempotency;
        this.trials = trials;
        this.database = database;
        this.scope = scope;
        this.ids = ids;
        this.clock = clock;
    }

    /** A request with a field of every kind. */
    public record NewTrial(
            @NotNull @Pattern(regexp = "[0-9]{7}") String establishmentNumber,
            @NotNull @Size(max = 40) String name,
            @Nullable @Positive Long amount,
            @Nullable LocalDate on,
            @Nullable List<@Valid @NotNull Part> parts) {}

    /** A part of it. */
    public record Part(@NotNull @Size(min = 2) String name) {}

    /** What was made. */
    public record MadeTrial(UUID id, String name) {}

    @POST
    public Response make(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull NewTrial trial) {
        callers.officerOrEstablishment(trial.establishmentNumber());
        return idempotency.once(key, "trial", trial, () -> {
            UUID id = ids.next();
            trials.persistAndFlush(new TrialRow(id, trial.establishmentNumber(), trial.name()));
            if (trial.name().startsWith("slow")) {
                query("SELECT 1 FROM pg_sleep(0.4)");
            }
            if (trial.name().equals("refused")) {
                throw Problem.of(TrialProblem.TRIAL_NOT_KNOWN).with("number", trial.establishmentNumber());
            }
            return Answer.created("/trials/" + id, new MadeTrial(id, trial.name()));
        });
    }

    @GET
    @Path("/of/{number}")
    public List<MadeTrial> of(@PathParam("number") String number) {
        callers.officerOrEstablishment(number);
        List<MadeTrial> found = QuarkusTransaction.requiringNew()
                .call(() -> trials.list("establishmentNumber", number).stream()
                        .map(row -> new MadeTrial(row.id, row.name))
                        .toList());
        if (found.isEmpty()) {
            throw Problem.of(TrialProblem.TRIAL_NOT_KNOWN)
                    .with("number", number)
                    .retryAfter(Duration.ofSeconds(2));
        }
        return found;
    }

    @GET
    @Path("/people/{memberNumber}")
    public String person(@PathParam("memberNumber") String memberNumber) {
        callers.officerOrMember(memberNumber);
        return memberNumber;
    }

    @GET
    @Path("/people")
    public List<String> people(@QueryParam("number") List<String> numbers) {
        shown.members(numbers);
        return numbers;
    }

    @GET
    @Path("/seen/panache")
    @Transactional
    public long seenByPanache() {
        return trials.count();
    }

    @GET
    @Path("/seen/jdbc")
    @Transactional
    public long seenByJdbc() {
        return query("SELECT count(*) FROM trial");
    }

    @GET
    @Path("/seen/programmatic")
    public long seenByProgrammatic() {
        return QuarkusTransaction.requiringNew().call(() -> query("SELECT count(*) FROM trial"));
    }

    @GET
    @Path("/seen/as-system")
    public long seenAsSystem() {
        return scope.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> query("SELECT count(*) FROM trial")));
    }

    @GET
    @Path("/seen/without-transaction")
    public long seenWithoutTransaction() {
        return query("SELECT count(*) FROM trial");
    }

    @GET
    @Path("/fault")
    public String fault() {
        throw new IllegalStateException("山田太郎 1961-01-23");
    }

    @GET
    @Path("/away")
    @Transactional
    public long away() {
        return query("SELECT pg_terminate_backend(pg_backend_pid())::int");
    }

    @GET
    @Path("/today")
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @GET
    @Path("/echo")
    public int echo(@QueryParam("number") @Positive int number) {
        return number;
    }

    /** A choice. */
    public enum Colour {
        RED,
        GREEN
    }

    /** Parameters that are read together. */
    public record Together(
            @QueryParam("since") @Nullable Instant since,
            @QueryParam("colour") @Nullable Colour colour) {}

    /** The same, field by field. */
    public static class Apart {
        @QueryParam("until")
        @Nullable
        LocalDate until;

        @QueryParam("kind")
        @DefaultValue("GREEN")
        Colour kind = Colour.GREEN;
    }

    @GET
    @Path("/asked/{id}")
    public String asked(
            @PathParam("id") UUID id,
            @QueryParam("number") @Nullable Long number,
            @BeanParam Together together,
            @BeanParam Apart apart) {
        return String.join(
                " ",
                id.toString(),
                String.valueOf(number),
                String.valueOf(together.since()),
                String.valueOf(together.colour()),
                String.valueOf(apart.until),
                apart.kind.name());
    }

    private long query(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
