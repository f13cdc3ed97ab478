package jp.nenkin.member.filing;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.file.FiledAddress;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledName;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.filing.FiledForms.Filer;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** What a row would be as a single filing over HTTP: kept so, it is shown and corrected as any other. */
record FiledBodies(Filer filer) {

    FilingResource.EnrolmentBody of(FiledForm.Enrolment form) {
        FiledPerson person = form.person();
        FiledName name = requireNonNull(person.name());
        FiledAddress address = form.address();
        return new FilingResource.EnrolmentBody(
                establishment(),
                number(filer.member()),
                name.kanji() == null ? requireNonNull(name.kana()) : name.kanji(),
                name.kana(),
                requireNonNull(person.birthDate()),
                form.sex(),
                person.basicPensionNumber() == null
                        ? null
                        : person.basicPensionNumber().value(),
                person.insuredNumber() == null
                        ? null
                        : String.valueOf(person.insuredNumber().value()),
                address == null ? null : address.postcode(),
                address == null ? null : address.text(),
                form.acquiredOn(),
                form.firstBaseSalary(),
                form.secondUnits(),
                null,
                channel(),
                filer.receipt().receivedOn(),
                null);
    }

    FilingResource.LossBody of(FiledForm.Loss form) {
        FiledAddress address = form.address();
        return new FilingResource.LossBody(
                establishment(),
                member(),
                form.lostOn(),
                form.cause(),
                address == null ? null : address.postcode(),
                address == null ? null : address.text(),
                channel(),
                filer.receipt().receivedOn(),
                null);
    }

    FilingResource.BaseSalaryChangeBody of(FiledForm.BaseSalaryChange form) {
        return new FilingResource.BaseSalaryChangeBody(
                establishment(),
                member(),
                form.effectiveFrom(),
                form.firstBaseSalary(),
                form.secondUnits(),
                channel(),
                filer.receipt().receivedOn(),
                null);
    }

    PersonFilingResource.NameChangeBody of(FiledForm.NameChange form) {
        return new PersonFilingResource.NameChangeBody(
                establishment(),
                member(),
                form.newName().kanji(),
                form.newName().kana(),
                form.changedOn(),
                channel(),
                filer.receipt().receivedOn());
    }

    PersonFilingResource.BirthDateCorrectionBody of(FiledForm.BirthDateCorrection form) {
        return new PersonFilingResource.BirthDateCorrectionBody(
                establishment(),
                member(),
                form.correctBirthDate(),
                channel(),
                filer.receipt().receivedOn());
    }

    PersonFilingResource.AddressChangeBody of(FiledForm.AddressChange form) {
        return new PersonFilingResource.AddressChangeBody(
                establishment(),
                member(),
                form.postcode(),
                form.address(),
                form.changedOn(),
                channel(),
                filer.receipt().receivedOn());
    }

    CorrectionResource.TransferInBody of(FiledForm.TransferIn form) {
        return new CorrectionResource.TransferInBody(
                establishment(),
                member(),
                form.plan(),
                form.amount(),
                form.receivedOn(),
                form.source(),
                form.creditedMonths(),
                channel(),
                filer.receipt().receivedOn());
    }

    /** Refused with a {@link Problem} where such a filing is not corrected but filed anew. */
    CorrectionResource.CorrectionBody of(FiledForm.Correction form) {
        switch (form.right()) {
            case FiledForm.BirthDateCorrection _ -> throw notCorrectable(FiledType.BIRTH_DATE_CORRECTION);
            case FiledForm.AddressChange _ -> throw notCorrectable(FiledType.ADDRESS_CHANGE);
            case FiledForm.Cancellation _, FiledForm.Correction _ -> throw notCorrectable(FiledType.CANCELLATION);
            case FiledForm.BaseCalculation _, FiledForm.MonthlyChange _, FiledForm.Employed _ ->
                throw notCorrectable(FiledType.BASE_SALARY_CHANGE);
            case FiledForm.Enrolment _,
                    FiledForm.Loss _,
                    FiledForm.BaseSalaryChange _,
                    FiledForm.TransferIn _,
                    FiledForm.NameChange _ -> {}
        }
        return new CorrectionResource.CorrectionBody(
                form.filing(),
                form.right() instanceof FiledForm.Enrolment right ? of(right) : null,
                form.right() instanceof FiledForm.Loss right ? of(right) : null,
                form.right() instanceof FiledForm.BaseSalaryChange right ? of(right) : null,
                form.right() instanceof FiledForm.TransferIn right ? of(right) : null,
                form.right() instanceof FiledForm.NameChange right ? of(right) : null);
    }

    CorrectionResource.CancellationBody of(FiledForm.Cancellation form) {
        return new CorrectionResource.CancellationBody(
                establishment(),
                form.filing(),
                form.reason(),
                channel(),
                filer.receipt().receivedOn());
    }

    private static Problem notCorrectable(FiledType type) {
        return new Refusal(FilingProblem.FILING_NOT_CORRECTABLE, Map.of("type", type)).asProblem();
    }

    private String establishment() {
        return filer.establishment().value();
    }

    private FilingChannel channel() {
        return filer.receipt().channel();
    }

    private String member() {
        return requireNonNull(number(filer.member()));
    }

    private static @Nullable String number(@Nullable MemberNumber member) {
        return member == null ? null : member.value();
    }
}
