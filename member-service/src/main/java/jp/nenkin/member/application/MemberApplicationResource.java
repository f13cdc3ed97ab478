package jp.nenkin.member.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.application.BankAccountResource.BankAccountBody;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What a member applies for (申請) over HTTP: by himself; seen by him and officers. */
@Path("/members/{memberNumber}/applications")
@Produces(MediaType.APPLICATION_JSON)
public class MemberApplicationResource {
    private static final int MOST = 100;

    private final Applications applications;
    private final Idempotency idempotency;
    private final Callers callers;

    MemberApplicationResource(Applications applications, Idempotency idempotency, Callers callers) {
        this.applications = applications;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** What is applied for: one of these. */
    public record ApplyBody(
            @Nullable @Valid AddressApplicationBody addressChange,
            @Nullable @Valid AccountApplicationBody bankAccountChange,
            @Nullable @Valid NameApplicationBody nameChange) {
        Wanted wanted() {
            List<Wanted> given = Stream.of(
                            addressChange == null ? null : addressChange.wanted(),
                            bankAccountChange == null ? null : bankAccountChange.wanted(),
                            nameChange == null ? null : nameChange.wanted())
                    .filter(Objects::nonNull)
                    .toList();
            if (given.size() != 1) {
                throw Problem.of(ApplicationProblem.APPLICATION_CONTENT_NOT_ONE);
            }
            return given.getFirst();
        }
    }

    /** Another address, in effect at once. */
    public record AddressApplicationBody(
            @NotNull @Pattern(regexp = "^[0-9]{7}$") String postcode,

            @NotNull @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String address,

            @NotNull LocalDate changedOn) {
        Wanted wanted() {
            return new Wanted.Address(postcode, address, changedOn);
        }
    }

    /**
     * Another account for benefits, in effect at once.
     *
     * @param holder in katakana of any width, as in the passbook
     */
    public record AccountApplicationBody(
            @NotNull @Pattern(regexp = BankAccount.BANK_FORM)
            String bankCode,

            @NotNull @Pattern(regexp = BankAccount.BRANCH_FORM)
            String branchCode,

            @NotNull AccountKind kind,

            @NotNull @Pattern(regexp = BankAccount.NUMBER_FORM)
            String number,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String holder) {
        Wanted wanted() {
            ZenginName name = ZenginName.of(holder)
                    .orElseThrow(() -> new Refusal(
                                    ApplicationProblem.HOLDER_NOT_WRITABLE, Map.of("longest", ZenginName.LONGEST))
                            .asProblem());
            return new Wanted.Account(new BankAccount(bankCode, branchCode, kind, number, name));
        }

        /** Whatever logs keep, they keep no account. */
        @Override
        public String toString() {
            return "AccountApplicationBody";
        }
    }

    /**
     * Another name, which waits for an officer.
     *
     * @param evidence what shows it, such as a licence, and how it is handed in
     */
    public record NameApplicationBody(
            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String nameKana,

            @NotNull LocalDate changedOn,

            @NotNull @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String evidence) {
        Wanted wanted() {
            return new Wanted.Name(name, nameKana, changedOn, evidence);
        }
    }

    /**
     * An application as it stands.
     *
     * @param reason why it was returned
     * @param filingId the filing that it has become
     */
    public record ApplicationBody(
            UUID id,
            long receiptNumber,
            String memberNumber,
            ApplicationType type,
            ApplicationState state,
            Instant appliedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable UUID filingId,
            @Nullable AddressApplicationBody addressChange,
            @Nullable BankAccountBody bankAccountChange,
            @Nullable NameApplicationBody nameChange) {
        static ApplicationBody of(Application application) {
            Application.Decision decision = application.decision();
            Wanted wanted = application.wanted();
            return new ApplicationBody(
                    application.id(),
                    application.receiptNumber(),
                    application.member().value(),
                    wanted.type(),
                    application.state(),
                    application.appliedAt(),
                    decision == null ? null : decision.at(),
                    decision instanceof Application.Returned returned ? returned.reason() : null,
                    decision instanceof Application.Accepted accepted ? accepted.filing() : null,
                    wanted instanceof Wanted.Address address
                            ? new AddressApplicationBody(address.postcode(), address.address(), address.changedOn())
                            : null,
                    wanted instanceof Wanted.Account account ? BankAccountBody.masked(account.account()) : null,
                    wanted instanceof Wanted.Name name
                            ? new NameApplicationBody(name.name(), name.kana(), name.changedOn(), name.evidence())
                            : null);
        }
    }

    /**
     * What has become of an application by now. It does not say again what was applied for, because answers of commands
     * are kept to be repeated.
     */
    public record ApplicationTakenBody(
            UUID id,
            long receiptNumber,
            ApplicationType type,
            ApplicationState state,
            Instant appliedAt,
            @Nullable UUID filingId) {
        static ApplicationTakenBody of(Application application) {
            return new ApplicationTakenBody(
                    application.id(),
                    application.receiptNumber(),
                    application.wanted().type(),
                    application.state(),
                    application.appliedAt(),
                    application.decision() instanceof Application.Accepted accepted ? accepted.filing() : null);
        }
    }

    /** Applications; next is absent on the last page. */
    public record ApplicationsBody(
            List<ApplicationBody> applications, @Nullable Long next) {
        static ApplicationsBody of(Applications.Page page) {
            return new ApplicationsBody(
                    page.applications().stream().map(ApplicationBody::of).toList(), page.next());
        }
    }

    @POST
    @Operation(
            summary = "Apply for another address, account or name (the member himself)",
            description = "An address and an account are in effect with the answer; a name waits for an officer.")
    @APIResponseSchema(value = ApplicationTakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "application-content-not-one, never-a-member, member-deceased, changed-after-application,"
                    + " name-not-given, my-number-in-evidence, holder-not-writable, idempotency-key-reused")
    public Response apply(
            @PathParam("memberNumber") @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ApplyBody body) {
        Caller.Member himself = callers.member();
        if (!himself.number().equals(memberNumber)) {
            throw Callers.forbidden();
        }
        Wanted wanted = body.wanted();
        return idempotency.once(key, "apply for " + memberNumber, body, () -> {
            ApplicationTakenBody taken =
                    ApplicationTakenBody.of(applications.apply(new MemberNumber(memberNumber), wanted, himself.id()));
            return Answer.created("/members/" + memberNumber + "/applications", taken);
        });
    }

    @GET
    @Operation(summary = "A member's applications and what became of them, the newest first (officer, the member)")
    public ApplicationsBody list(
            @PathParam("memberNumber") @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit) {
        callers.officerOrMember(memberNumber);
        return ApplicationsBody.of(applications.of(new MemberNumber(memberNumber), cursor, limit));
    }
}
