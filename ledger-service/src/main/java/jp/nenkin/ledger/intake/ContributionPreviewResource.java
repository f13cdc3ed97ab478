package jp.nenkin.ledger.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Shown;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.intake.PreviewResource.PreviewBody;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.Trial;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What facts would cost their employer: the contributions that they bring and take, before anything is filed. */
@Path("/contribution-previews")
@Produces(MediaType.APPLICATION_JSON)
public class ContributionPreviewResource {
    private static final int MOST = 1_000;

    private final Memberships memberships;
    private final Callers callers;
    private final Shown shown;
    private final TenantScope scope;
    private final Clock clock;

    ContributionPreviewResource(Memberships memberships, Callers callers, Shown shown, TenantScope scope, Clock clock) {
        this.memberships = memberships;
        this.scope = scope;
        this.callers = callers;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * Facts in the order of their filing; those of one member build on each other.
     *
     * @param establishmentNumber whose contributions an officer asks for; all that they concern if it is left out
     */
    public record FactsBody(
            @Nullable @Pattern(regexp = "[0-9]{7}") String establishmentNumber,

            @NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid PreviewBody> facts) {}

    /**
     * What the facts would lead to, in their order.
     *
     * @param nextMonth the first month whose contributions have not been run: what is posted now and what that month
     *     brings are on its bill
     */
    public record FactsAnswer(YearMonth nextMonth, List<FactAnswer> facts) {}

    /**
     * What one fact would lead to.
     *
     * @param refusal the stable code of the rule that forbids it; absent when it is allowed
     * @param lines contributions posted or corrected at once
     * @param regular what the next month brings, by plan; only where the fact changes it
     */
    public record FactAnswer(
            String memberNumber,
            boolean accepted,
            @Nullable String refusal,
            List<LineAnswer> lines,
            List<RegularAnswer> regular) {}

    /**
     * A month's contribution or its correction.
     *
     * @param amount yen; what a correction takes back is negative
     */
    public record LineAnswer(Plan plan, YearMonth month, String establishmentNumber, long amount) {}

    /**
     * A plan's contribution of the next month.
     *
     * @param before yen without the fact
     * @param after yen with it
     */
    public record RegularAnswer(Plan plan, long before, long after) {}

    @POST
    @Operation(
            summary = "The contributions that facts would bring; nothing is stored (officer, the establishment itself)",
            description = "An establishment asks about its own members, or about somebody who joins it, and is told of"
                    + " its own contributions alone.")
    @APIResponse(responseCode = "200", description = "what each fact would lead to")
    public FactsAnswer preview(@NotNull @Valid FactsBody body) {
        Caller caller = callers.officerOrAnyEstablishment();
        // No establishment sees a row of the ledger; what it is told is made of them, and chosen here.
        FactsAnswer answer =
                scope.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> preview(body, caller)));
        shown.members(answer.facts().stream().map(FactAnswer::memberNumber).toList());
        return answer;
    }

    private FactsAnswer preview(FactsBody body, Caller caller) {
        Books books = memberships.books();
        NextMonth next = NextMonth.of(books, clock);
        String at = body.establishmentNumber();
        Predicate<String> asked = at == null ? every -> true : at::equals;
        Map<MemberNumber, Trial> trials = new HashMap<>();
        List<FactAnswer> answers = new ArrayList<>();
        for (PreviewBody each : body.facts()) {
            MemberEvent fact = each.read();
            Trial trial =
                    trials.computeIfAbsent(MemberNumber.parse(fact.key()), member -> memberships.trial(member, books));
            answers.add(answer(fact, trial, next, seenBy(caller, fact, trial).and(asked)));
        }
        return new FactsAnswer(next.month(), answers);
    }

    private static FactAnswer answer(MemberEvent fact, Trial trial, NextMonth next, Predicate<String> seen) {
        Map<Plan, Long> before = next.regular(trial.accounts(), seen);
        return switch (trial.outcome(new Told(fact))) {
            case Outcome.Refused refused ->
                new FactAnswer(
                        fact.key(), false, Memberships.code(refused.refusal().name()), List.of(), List.of());
            case Outcome.Retroactive undecided -> throw new IllegalStateException("a fact was left undecided");
            case Outcome.Changes changes -> {
                List<RegularAnswer> regular = differences(before, next.regular(trial.accounts(), seen));
                yield new FactAnswer(fact.key(), true, null, ContributionLines.of(changes, seen), regular);
            }
        };
    }

    private static List<RegularAnswer> differences(Map<Plan, Long> before, Map<Plan, Long> after) {
        List<RegularAnswer> differences = new ArrayList<>();
        for (Plan plan : Plan.values()) {
            long was = before.getOrDefault(plan, 0L);
            long becomes = after.getOrDefault(plan, 0L);
            if (was != becomes) {
                differences.add(new RegularAnswer(plan, was, becomes));
            }
        }
        return differences;
    }

    /** The establishments whose contributions the caller may see; 403 where the fact is none of his. */
    private static Predicate<String> seenBy(Caller caller, MemberEvent fact, Trial trial) {
        return switch (caller) {
            case Caller.Officer officer -> every -> true;
            case Caller.Establishment establishment
            when isOf(establishment.number(), fact, trial) -> establishment.number()::equals;
            case Caller.Establishment another -> throw Callers.forbidden();
            case Caller.Consultant consultant -> throw Callers.forbidden();
            case Caller.Member member -> throw Callers.forbidden();
        };
    }

    private static boolean isOf(String establishment, MemberEvent fact, Trial trial) {
        return switch (fact) {
            case MemberEnrolled enrolled -> enrolled.establishmentNumber().equals(establishment);
            case EstablishmentChanged changed -> changed.establishmentNumber().equals(establishment);
            case EligibilityLost lost ->
                lost.establishmentNumber().equals(establishment) && hasMember(establishment, trial);
            default -> hasMember(establishment, trial);
        };
    }

    private static boolean hasMember(String establishment, Trial trial) {
        return trial.accounts()
                .establishments()
                .anyMatch(number -> number.toString().equals(establishment));
    }
}
