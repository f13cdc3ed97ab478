package jp.nenkin.member.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.Event;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.filing.Filings.Taken;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Files what a row of a file says, by the same rules as a single filing and within the caller's transaction. */
@ApplicationScoped
public class FiledForms {
    /** Where the content of a filing says what it was derived from. */
    static final String DERIVED_FROM = "derivedFrom";

    private final Submissions submissions;
    private final Establishments establishments;

    FiledForms(Submissions submissions, Establishments establishments) {
        this.submissions = submissions;
        this.establishments = establishments;
    }

    /**
     * Who files, for whom, and how it came.
     *
     * @param member of whom the row is; null for one who joins as somebody new, and where a row names a filing
     * @param derivedFrom what the filing says it was derived from; null of what was filed as it is
     */
    public record Filer(
            EstablishmentNumber establishment,
            @Nullable MemberNumber member,
            Receipt receipt,
            @Nullable Object derivedFrom) {
        /** Who files a row as it is. */
        public Filer(EstablishmentNumber establishment, @Nullable MemberNumber member, Receipt receipt) {
            this(establishment, member, receipt, null);
        }

        /** What is kept of a filing: as it would be filed over HTTP, and where it comes from. */
        Object kept(Object body) {
            return derivedFrom == null ? body : new DerivedBody(body, derivedFrom);
        }
    }

    /** A filing as it would be filed over HTTP, and what it was derived from. */
    private record DerivedBody(
            @JsonUnwrapped Object filed,
            @JsonProperty(DERIVED_FROM) Object derivedFrom) {}

    /** What became of a row that was not refused. */
    public sealed interface Outcome {
        /**
         * It is a filing now.
         *
         * @param events what is told of it
         */
        record Filed(UUID filing, MemberNumber member, List<Event> events) implements Outcome {}

        /** An officer decides on it, under the id of a filing to be. */
        record Waits(UUID filing, @Nullable MemberNumber member, List<WaitingReason> reasons) implements Outcome {}

        /** It has no effect of its own, and why. */
        record NotApplicable(Refusal why) implements Outcome {}
    }

    /** Whether a form can be somebody's who is not known yet. */
    public static boolean mayJoin(FiledForm form) {
        return form instanceof FiledForm.Enrolment;
    }

    /** Whether a form takes no effect by itself, but is kept for what is derived from it. */
    public static boolean isKept(FiledForm form) {
        return switch (form) {
            case FiledForm.BaseCalculation _, FiledForm.MonthlyChange _, FiledForm.Employed _ -> true;
            case FiledForm.Enrolment _,
                    FiledForm.Loss _,
                    FiledForm.BaseSalaryChange _,
                    FiledForm.NameChange _,
                    FiledForm.BirthDateCorrection _,
                    FiledForm.AddressChange _,
                    FiledForm.TransferIn _,
                    FiledForm.Correction _,
                    FiledForm.Cancellation _ -> false;
        };
    }

    /** Files a row; refused with a {@link Problem} by the rules of its type. */
    public Outcome take(FiledForm form, Filer filer) {
        FiledBodies bodies = new FiledBodies(filer);
        return switch (form) {
            case FiledForm.BaseCalculation _, FiledForm.MonthlyChange _, FiledForm.Employed _ ->
                new Outcome.NotApplicable(new Refusal(FilingProblem.USED_BY_DERIVATION, Map.of()));
            case FiledForm.Enrolment enrolment -> take(bodies.of(offered(enrolment, filer)), filer);
            case FiledForm.Loss loss -> take(bodies.of(loss), filer);
            case FiledForm.BaseSalaryChange change -> take(bodies.of(change), filer);
            case FiledForm.NameChange change -> take(bodies.of(change), filer);
            case FiledForm.BirthDateCorrection right -> take(bodies.of(right), filer);
            case FiledForm.AddressChange change -> take(bodies.of(change), filer);
            case FiledForm.TransferIn transfer -> take(bodies.of(transfer), filer);
            case FiledForm.Correction correction -> take(bodies.of(correction), filer);
            case FiledForm.Cancellation cancellation -> take(bodies.of(cancellation), filer);
        };
    }

    /** Without the base salary that followed from the remuneration, where the first plan is not offered. */
    private FiledForm.Enrolment offered(FiledForm.Enrolment form, Filer filer) {
        boolean follows = form.remuneration() != null;
        return follows && isFirstLacking(filer.establishment(), form.acquiredOn()) ? form.withoutFirst() : form;
    }

    private boolean isFirstLacking(EstablishmentNumber establishment, LocalDate day) {
        return establishments
                .find(establishment, day)
                .filter(at -> !at.offersFirst())
                .isPresent();
    }

    private Outcome take(ReceivedBody body, Filer filer) {
        return switch (submissions.take(body, filer.receipt(), filer.kept(body))) {
            case Submissions.Outcome.AtOnce(Taken taken) ->
                new Outcome.Filed(taken.filing().id(), taken.member(), taken.events());
            case Submissions.Outcome.Waits(HeldFiling held) ->
                new Outcome.Waits(held.id(), held.member(), held.waitsFor());
        };
    }
}
