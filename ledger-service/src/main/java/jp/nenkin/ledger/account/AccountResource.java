package jp.nenkin.ledger.account;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.journal.StreamKind;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Balances and histories over HTTP, for officers and for the member. */
@Path("/members/{memberNumber}/accounts")
public class AccountResource {
    private static final String MEMBER_NUMBER = "[0-9]{10}";

    private final Journal journal;
    private final Callers callers;

    AccountResource(Journal journal, Callers callers) {
        this.journal = journal;
        this.callers = callers;
    }

    /** What an account's state is called. */
    public enum AccountStatus {
        AWAITING_BALANCE,
        ACTIVE,
        PAYABLE,
        FROZEN
    }

    /** A member's accounts. */
    public record AccountsAnswer(String memberNumber, List<AccountAnswer> accounts) {}

    /**
     * An account as it stands.
     *
     * @param ordinal 0 for the ordinary account, 1 and up for a transferred asset
     * @param balance yen
     * @param version how many events the account has had
     * @param accruesFrom the day after the last crediting; absent before the balance of a former system has come
     * @param lostOn the first day without membership, absent while it lasts
     */
    public record AccountAnswer(
            Plan plan,
            int ordinal,
            AccountStatus status,
            long balance,
            int version,
            String establishmentNumber,
            LocalDate acquiredOn,
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
    @Operation(summary = "The balances of a member's accounts (officer, the member)")
    public AccountsAnswer balances(@PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber) {
        callers.officerOrMember(memberNumber);
        List<AccountAnswer> accounts = journal.newestOf(Set.of(MemberNumber.parse(memberNumber))).stream()
                .filter(row -> row.stream().kind() == StreamKind.ACCOUNT)
                .map(row -> answer(AccountRows.state(row), row.version()))
                .toList();
        if (accounts.isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return new AccountsAnswer(memberNumber, accounts);
    }

    @GET
    @Path("/{plan}/{ordinal}/history")
    @Transactional
    @Operation(summary = "The events of an account, oldest first (officer, the member)")
    public HistoryAnswer history(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @PathParam("plan") Plan plan,
            @PathParam("ordinal") @Min(0) @Max(999) int ordinal,
            @QueryParam("fiscalYear") @Min(1900) @Max(2200) @Nullable Integer fiscalYear) {
        callers.officerOrMember(memberNumber);
        StreamId stream = StreamId.of(new AccountId(MemberNumber.parse(memberNumber), plan, ordinal));
        List<StoredRow> rows = fiscalYear == null
                ? journal.history(stream)
                : journal.history(stream, new FiscalYear(fiscalYear).firstDay(), new FiscalYear(fiscalYear).lastDay());
        if (rows.isEmpty() && journal.newest(stream).isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return new HistoryAnswer(
                memberNumber,
                plan,
                ordinal,
                rows.stream().map(AccountResource::answer).toList());
    }

    private static AccountAnswer answer(AccountState state, int version) {
        return switch (state) {
            case Unopened unopened -> throw new IllegalStateException(unopened + " has a row");
            case AwaitingBalance awaiting ->
                answer(state, version, AccountStatus.AWAITING_BALANCE, awaiting.membership());
            case Active active -> answer(state, version, AccountStatus.ACTIVE, active.membership());
            case Payable payable -> answer(state, version, AccountStatus.PAYABLE, payable.membership());
            case Frozen frozen -> answer(state, version, AccountStatus.FROZEN, frozen.membership());
        };
    }

    private static AccountAnswer answer(AccountState state, int version, AccountStatus status, Membership membership) {
        return new AccountAnswer(
                state.account().plan(),
                state.account().ordinal(),
                status,
                state.balance().amount(),
                version,
                membership.establishment().toString(),
                membership.acquiredOn(),
                state instanceof AccountState.Opened opened ? opened.accrual().from() : null,
                lostOn(state));
    }

    private static @Nullable LocalDate lostOn(AccountState state) {
        return switch (state) {
            case Payable payable -> payable.lostOn();
            case Frozen frozen -> frozen.lostOn();
            case Unopened unopened -> null;
            case AwaitingBalance awaiting -> null;
            case Active active -> null;
        };
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
