package jp.nenkin.member.filing;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledName;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Files what a row of a file says, by the same rules as a single filing and within the caller's transaction. */
@ApplicationScoped
public class FiledForms {
    private final Filings filings;

    FiledForms(Filings filings) {
        this.filings = filings;
    }

    /**
     * Who files, for whom, and how it came.
     *
     * @param member of whom the row is; null for one who joins as somebody new
     */
    public record Filer(
            EstablishmentNumber establishment, @Nullable MemberNumber member, Receipt receipt) {}

    /** What became of a row that was not refused. */
    public sealed interface Outcome {
        /** It is a filing now. */
        record Taken(UUID filing, MemberNumber member) implements Outcome {}

        /** It has no effect of its own, and why. */
        record NotApplicable(Refusal why) implements Outcome {}
    }

    /** Files a row; refused with a {@link Problem} by the rules of its type. */
    public Outcome take(FiledForm form, Filer filer) {
        return switch (form) {
            case FiledForm.Enrolment enrolment -> enrol(enrolment, filer);
            case FiledForm.Loss loss -> lose(loss, filer);
            case FiledForm.BaseSalaryChange change -> change(change, filer);
            case FiledForm.BaseCalculation _, FiledForm.MonthlyChange _ ->
                new Outcome.NotApplicable(new Refusal(FilingProblem.USED_BY_DERIVATION, Map.of()));
            case FiledForm.NameChange _,
                    FiledForm.BirthDateCorrection _,
                    FiledForm.AddressChange _,
                    FiledForm.TransferIn _,
                    FiledForm.Correction _,
                    FiledForm.Cancellation _ -> throw Problem.of(FilingProblem.TYPE_NOT_IN_FILES);
        };
    }

    private Outcome enrol(FiledForm.Enrolment form, Filer filer) {
        Enrolment filed = new Enrolment(
                filer.establishment(),
                filer.member(),
                name(requireNonNull(form.person().name())),
                requireNonNull(form.person().birthDate()),
                form.acquiredOn(),
                new FiledBases(form.firstBaseSalary(), form.secondUnits()));
        Receipt receipt = filer.receipt();
        return taken(() -> filings.enrol(
                filed,
                receipt,
                new FilingResource.EnrolmentBody(
                        filed.establishment().value(),
                        filed.memberNumber() == null
                                ? null
                                : filed.memberNumber().value(),
                        filed.name(),
                        filed.birthDate(),
                        filed.acquiredOn(),
                        form.firstBaseSalary(),
                        form.secondUnits(),
                        receipt.channel(),
                        receipt.receivedOn())));
    }

    private static String name(FiledName name) {
        return name.kanji() == null ? requireNonNull(name.kana()) : name.kanji();
    }

    private Outcome lose(FiledForm.Loss form, Filer filer) {
        LossFiling filed =
                new LossFiling(filer.establishment(), requireNonNull(filer.member()), form.lostOn(), form.cause());
        Receipt receipt = filer.receipt();
        return taken(() -> filings.lose(
                filed,
                receipt,
                new FilingResource.LossBody(
                        filed.establishment().value(),
                        filed.memberNumber().value(),
                        filed.lostOn(),
                        filed.cause(),
                        receipt.channel(),
                        receipt.receivedOn())));
    }

    private Outcome change(FiledForm.BaseSalaryChange form, Filer filer) {
        BaseSalaryChange filed = new BaseSalaryChange(
                filer.establishment(),
                requireNonNull(filer.member()),
                form.effectiveFrom(),
                new FiledBases(form.firstBaseSalary(), form.secondUnits()));
        Receipt receipt = filer.receipt();
        return taken(() -> filings.change(
                filed,
                receipt,
                new FilingResource.BaseSalaryChangeBody(
                        filed.establishment().value(),
                        filed.memberNumber().value(),
                        filed.effectiveFrom(),
                        form.firstBaseSalary(),
                        form.secondUnits(),
                        receipt.channel(),
                        receipt.receivedOn())));
    }

    private static Outcome taken(Supplier<Filings.Taken> command) {
        Filings.Taken taken = command.get();
        return new Outcome.Taken(taken.filing().id(), taken.member());
    }
}
