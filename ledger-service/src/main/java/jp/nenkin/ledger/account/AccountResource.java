package jp.nenkin.ledger.account;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.KnownJournal;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Balances and histories over HTTP, for officers and for the member. */
@Path("/members/{memberNumber}/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    private static final String MEMBER_NUMBER = "[0-9]{10}";

    private final Journal journal;
    private final KnownJournal known;
    private final Callers callers;

    AccountResource(Journal journal, KnownJournal known, Callers callers) {
        this.journal = journal;
        this.known = known;
        this.callers = callers;
    }

    /** Which account is asked for. */
    public record AccountPath(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER)
            String memberNumber,

            @PathParam("plan") Plan plan,
            @PathParam("ordinal") @Min(0) @Max(999) int ordinal) {

        public AccountId account() {
            return new AccountId(MemberNumber.parse(memberNumber), plan, ordinal);
        }
    }

    /**
     * The two times of a view: what counted by a day, and what was recorded by an instant.
     *
     * @param asOf the last value date that counts
     * @param knownAt what became known later does not count; absent for all that is known now
     */
    public record Times(
            @QueryParam("asOf")
            @Parameter(
                    description = "the last value date that counts; without it all of them, those to come too",
                    example = "2025-03-31")
            @Nullable
            LocalDate asOf,

            @QueryParam("knownAt")
            @Parameter(
                    description = "what became known later does not count; without it, all that is known now",
                    example = "2025-06-30T00:00:00Z")
            @Nullable
            Instant knownAt) {

        boolean areNow() {
            return asOf == null && knownAt == null;
        }

        boolean include(StoredRow row) {
            return asOf == null || !row.valueDate().isAfter(asOf);
        }
    }

    /** What an account's state is called. */
    public enum AccountStatus {
        AWAITING_BALANCE,
        ACTIVE,
        PAYABLE,
        DEFERRED,
        WAITING,
        FROZEN,
        CLOSED,
        RATE_PENDING
    }

    /** A member's accounts. */
    public record AccountsAnswer(String memberNumber, List<AccountAnswer> accounts) {}

    /**
     * An account as it stands; as of a day its balance alone, since the rest is as it is known and of no day.
     *
     * @param status absent as of a day
     * @param ordinal 0 for the ordinary account, 1 and up for a transferred asset; from 100 on after a payment
     * @param balance yen
     * @param version how many events the account has had; absent as of a day
     * @param establishmentNumber absent where every filing about the account was taken back, and as of a day
     * @param acquiredOn absent as of a day
     * @param accruesFrom the day after the last crediting; absent before the balance of a former system has come, and
     *     as of a day
     * @param lostOn the first day without membership, absent while it lasts, and as of a day
     */
    public record AccountAnswer(
            Plan plan,
            int ordinal,
            @Nullable AccountStatus status,
            long balance,
            @Nullable Integer version,
            @Nullable String establishmentNumber,
            @Nullable LocalDate acquiredOn,
            @Nullable LocalDate accruesFrom,
            @Nullable LocalDate lostOn) {}

    /** An account's events by value date. */
    public record HistoryAnswer(String memberNumber, Plan plan, int ordinal, List<EventAnswer> events) {}

    /**
     * An event.
     *
     * @param amount by how much the balance changed, in yen
     * @param balance after it
     * @param data the event as it is published on ledger.events
     */
    public record EventAnswer(
            int version,
            String type,
            LocalDate valueDate,
            long amount,
            long balance,
            Instant recordedAt,

            @Schema(implementation = Object.class, type = SchemaType.OBJECT)
            JsonNode data) {}

    @GET
    @Transactional
    @Operation(
            summary = "The balances of a member's accounts (officer, the member)",
            description =
                    "The balance is the sum of all amounts, a payment's too whose day is still to come; with asOf,"
                            + " of those with value dates up to that day, and the account is told by"
                            + " its plan, ordinal and"
                            + " balance alone: status, version, establishmentNumber, acquiredOn,"
                            + " accruesFrom and lostOn are"
                            + " of no day and left out; with knownAt, of those known at that instant, and without asOf"
                            + " everything else is as it was known then.")
    @APIResponse(responseCode = "200", description = "the accounts")
    @APIResponse(responseCode = "404", description = "not-found: no account, or none known at that instant")
    @APIResponse(responseCode = "409", description = "known-at-not-settled: try again shortly")
    @APIResponse(responseCode = "422", description = "known-at-to-come")
    public AccountsAnswer balances(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber, @BeanParam Times times) {
        callers.officerOrMember(memberNumber);
        MemberNumber member = MemberNumber.parse(memberNumber);
        List<AccountAnswer> accounts = times.areNow() ? standing(member) : standing(member, times);
        if (accounts.isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return new AccountsAnswer(memberNumber, accounts);
    }

    private List<AccountAnswer> standing(MemberNumber member) {
        return journal.newestOf(Set.of(member)).stream()
                .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                .map(row -> answer(AccountRows.state(row), row.version()))
                .toList();
    }

    private List<AccountAnswer> standing(MemberNumber member, Times times) {
        Map<StreamId, List<StoredRow>> rows = new TreeMap<>();
        known.events(StreamId.of(member), StreamId.lastAccountOf(member), times.knownAt()).events().stream()
                .map(KnownEvent::row)
                .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                .forEach(row -> rows.computeIfAbsent(row.stream(), none -> new ArrayList<>())
                        .add(row));
        return rows.values().stream().map(each -> standing(each, times)).toList();
    }

    private static AccountAnswer standing(List<StoredRow> rows, Times times) {
        StoredRow newest = rows.getLast();
        AccountId account = newest.stream().account();
        if (times.asOf() == null) {
            return answer(AccountStateCodec.read(account, newest.state()), newest.version());
        }
        Yen balance =
                rows.stream().filter(times::include).map(StoredRow::amount).reduce(Yen.ZERO, Yen::plus);
        return new AccountAnswer(
                account.plan(), account.ordinal(), null, balance.amount(), null, null, null, null, null);
    }

    @GET
    @Path("/{plan}/{ordinal}/history")
    @Transactional
    @Operation(summary = "The events of an account, oldest first (officer, the member)")
    @APIResponse(responseCode = "200", description = "the events, by value dates and by what was known")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "known-at-not-settled: try again shortly")
    @APIResponse(responseCode = "422", description = "known-at-to-come")
    public HistoryAnswer history(
            @Valid @BeanParam AccountPath path,
            @QueryParam("fiscalYear") @Min(1900) @Max(2200) @Nullable Integer fiscalYear,
            @BeanParam Times times) {
        callers.officerOrMember(path.memberNumber());
        StreamId stream = StreamId.of(path.account());
        List<EventAnswer> events = rows(stream, fiscalYear, times.knownAt()).stream()
                .filter(times::include)
                .map(AccountResource::answer)
                .toList();
        if (events.isEmpty() && journal.newest(stream).isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return new HistoryAnswer(path.memberNumber(), path.plan(), path.ordinal(), events);
    }

    private List<StoredRow> rows(StreamId stream, @Nullable Integer fiscalYear, @Nullable Instant knownAt) {
        if (knownAt != null) {
            return known.history(stream, knownAt).stream()
                    .map(KnownEvent::row)
                    .filter(row ->
                            fiscalYear == null || FiscalYear.of(row.valueDate()).year() == fiscalYear)
                    .toList();
        }
        return fiscalYear == null
                ? journal.history(stream)
                : journal.history(stream, new FiscalYear(fiscalYear).firstDay(), new FiscalYear(fiscalYear).lastDay());
    }

    private static AccountAnswer answer(AccountState state, int version) {
        return switch (state) {
            case Unopened unopened -> answer(state, version, AccountStatus.CLOSED, null);
            case AwaitingBalance awaiting ->
                answer(state, version, AccountStatus.AWAITING_BALANCE, awaiting.membership());
            case RatePending pending ->
                answer(
                        state,
                        version,
                        AccountStatus.RATE_PENDING,
                        pending.before().membership());
            case Closed closed -> answer(state, version, AccountStatus.CLOSED, closed.membership());
            case Opened opened -> answer(state, version, status(opened), opened.membership());
        };
    }

    private static AccountStatus status(Opened opened) {
        return switch (opened) {
            case Active active -> AccountStatus.ACTIVE;
            case Payable payable -> AccountStatus.PAYABLE;
            case Deferred deferred -> AccountStatus.DEFERRED;
            case Waiting waiting -> AccountStatus.WAITING;
            case Early early -> AccountStatus.WAITING;
            case Frozen frozen -> AccountStatus.FROZEN;
        };
    }

    private static AccountAnswer answer(
            AccountState state, int version, AccountStatus status, @Nullable Membership membership) {
        return new AccountAnswer(
                state.account().plan(),
                state.account().ordinal(),
                status,
                state.balance().amount(),
                version,
                membership == null ? null : membership.establishment().toString(),
                membership == null ? null : membership.acquiredOn(),
                PublishedForm.accruesFrom(state),
                PublishedForm.lostOn(state));
    }

    private static EventAnswer answer(StoredRow row) {
        return new EventAnswer(
                row.version(),
                row.type(),
                row.valueDate(),
                row.amount().amount(),
                row.balance().amount(),
                row.recordedAt(),
                json(row));
    }

    private static JsonNode json(StoredRow row) {
        try {
            return EventJson.mapper().readTree(row.payload());
        } catch (IOException e) {
            throw new UncheckedIOException("a stored event cannot be read", e);
        }
    }
}
