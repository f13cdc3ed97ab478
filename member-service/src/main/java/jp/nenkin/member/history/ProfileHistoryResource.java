package jp.nenkin.member.history;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.PensionNumber;
import jp.nenkin.member.member.Sex;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was said of a member over HTTP: to officers, to himself, and to an establishment what it said itself. */
@Path("/members/{memberNumber}/profile/history")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileHistoryResource {
    private final ProfileHistoryTable table;
    private final Members members;
    private final Callers callers;

    ProfileHistoryResource(ProfileHistoryTable table, Members members, Callers callers) {
        this.table = table;
        this.members = members;
        this.callers = callers;
    }

    /** Every change, the earliest recorded first. */
    public record ProfileHistoryBody(List<ProfileChangeBody> changes) {}

    /**
     * Something that was said of the member; one of person, home and account.
     *
     * @param since the day from which it is so, where that was said
     * @param sourceId of the filing, or of the application for an account
     * @param type of that filing or application
     * @param by what kind of caller said it
     * @param filedBy who exactly; to officers alone
     * @param takenBack whether the filing was corrected or cancelled
     */
    public record ProfileChangeBody(
            Instant recordedAt,
            @Nullable LocalDate since,
            UUID sourceId,
            String type,
            Author by,
            @Nullable String filedBy,
            boolean takenBack,
            @Nullable PersonSaidBody person,
            @Nullable HomeSaidBody home,
            @Nullable AccountSaidBody account) {
        static ProfileChangeBody of(ProfileChange change, Caller caller) {
            ProfileChange.Said said = change.said();
            return new ProfileChangeBody(
                    change.at(),
                    change.since(),
                    change.source(),
                    change.type(),
                    Author.of(change.by()),
                    caller instanceof Caller.Officer ? change.by() : null,
                    change.takenBack(),
                    said instanceof ProfileChange.Person person ? PersonSaidBody.of(person, caller) : null,
                    said instanceof ProfileChange.Home home ? new HomeSaidBody(home.postcode(), home.address()) : null,
                    said instanceof ProfileChange.Account account ? AccountSaidBody.of(account) : null);
        }
    }

    /** Who the member is; of the basic pension number, others than officers see the last 4 digits. */
    public record PersonSaidBody(
            String name,
            @Nullable String nameKana,
            LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable String basicPensionNumber) {
        static PersonSaidBody of(ProfileChange.Person person, Caller caller) {
            PensionNumber pensionNumber = person.pensionNumber();
            return new PersonSaidBody(
                    person.name(),
                    person.nameKana(),
                    person.birthDate(),
                    person.sex(),
                    pensionNumber == null ? null : pensionNumber.shownTo(caller));
        }
    }

    /** Where the member lives. */
    public record HomeSaidBody(
            @Nullable String postcode, @Nullable String address) {}

    /** Where benefits are paid to; of the number the last 3 digits. */
    public record AccountSaidBody(String bankCode, String branchCode, String kind, String number) {
        static AccountSaidBody of(ProfileChange.Account account) {
            return new AccountSaidBody(
                    account.bankCode(), account.branchCode(), account.kind(), account.maskedNumber());
        }
    }

    @GET
    @Operation(
            summary = "Every change of what is known of a member: since when, by which filing, by whom"
                    + " (officer, the member; an establishment what it filed itself)")
    public ProfileHistoryBody history(
            @PathParam("memberNumber") @Pattern(regexp = MemberNumber.FORM) String memberNumber) {
        Caller caller = callers.current();
        if (caller instanceof Caller.Member) {
            callers.officerOrMember(memberNumber);
        }
        MemberNumber number = new MemberNumber(memberNumber);
        if (members.find(number).isEmpty()) {
            throw missing(caller);
        }
        return new ProfileHistoryBody(table.of(number).stream()
                .map(change -> ProfileChangeBody.of(change, caller))
                .toList());
    }

    /** To an establishment a member of others is the same as nobody. */
    private static Problem missing(Caller caller) {
        return switch (caller) {
            case Caller.Establishment _, Caller.Consultant _ -> Callers.forbidden();
            case Caller.Officer _, Caller.Member _ -> Problem.of(KitProblem.NOT_FOUND);
        };
    }
}
