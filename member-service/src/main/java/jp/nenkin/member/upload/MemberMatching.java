package jp.nenkin.member.upload;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledName;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.file.JoiningReason;
import jp.nenkin.member.member.MemberIndex;
import jp.nenkin.member.member.MemberIndex.Found;
import jp.nenkin.member.member.MemberNumber;

/**
 * Whom a row is about: by our number if it is one, else by the insured number at the establishment, else by the basic
 * pension number, else by name and birth date. Source: employer filings, matching of lines.
 */
public record MemberMatching(MemberIndex index, EstablishmentNumber establishment) {

    /**
     * The member of a row; empty for one who joins as somebody new, for one employed who is no member, and where a row
     * names a filing instead.
     *
     * <p>Throws a {@link Problem} if nobody matches, if several do, or if what the row says besides the number is not
     * so.
     */
    public Optional<MemberNumber> member(FiledForm form) {
        return switch (form) {
            case FiledForm.Enrolment enrolment -> joining(enrolment);
            case FiledForm.Loss loss -> known(loss.person());
            case FiledForm.BaseCalculation calculation -> known(calculation.person());
            case FiledForm.MonthlyChange change -> known(change.person());
            case FiledForm.BaseSalaryChange change -> known(change.person());
            case FiledForm.Employed employed -> ifKnown(employed.person());
            case FiledForm.NameChange change -> known(change.person());
            case FiledForm.BirthDateCorrection correction -> known(correction.person());
            case FiledForm.AddressChange change -> known(change.person());
            case FiledForm.TransferIn transfer -> known(transfer.person());
            case FiledForm.Correction correction -> member(correction.right());
            case FiledForm.Cancellation _ -> Optional.empty();
        };
    }

    /** Who comes back says so by our number, and is looked at by the rules; who does not may yet be known here. */
    private Optional<MemberNumber> joining(FiledForm.Enrolment enrolment) {
        FiledPerson person = enrolment.person();
        Optional<MemberNumber> filed = person.memberNumber();
        if (filed.isPresent() && enrolment.reason() != JoiningReason.NEW) {
            return filed;
        }
        List<Found> found = byBasicPensionNumber(person);
        return found.isEmpty() ? Optional.empty() : Optional.of(one(found, person));
    }

    private Optional<MemberNumber> known(FiledPerson person) {
        return Optional.of(ifKnown(person).orElseThrow(() -> Problem.of(UploadProblem.MEMBER_NOT_MATCHED)));
    }

    private Optional<MemberNumber> ifKnown(FiledPerson person) {
        return Stream.<Supplier<List<Found>>>of(
                        () -> person.memberNumber().map(index::byNumber).orElse(List.of()),
                        () -> byInsuredNumber(person),
                        () -> byBasicPensionNumber(person),
                        () -> byNameAndBirth(person))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> one(found, person));
    }

    private List<Found> byInsuredNumber(FiledPerson person) {
        return person.insuredNumber() == null
                ? List.of()
                : index.byInsuredNumber(establishment, person.insuredNumber().value());
    }

    private List<Found> byBasicPensionNumber(FiledPerson person) {
        return person.basicPensionNumber() == null
                ? List.of()
                : index.byBasicPensionNumber(person.basicPensionNumber().value());
    }

    private List<Found> byNameAndBirth(FiledPerson person) {
        FiledName name = person.name();
        if (name == null || person.birthDate() == null) {
            return List.of();
        }
        return index.bornOn(person.birthDate()).stream()
                .filter(found -> found.isCalled(name.kanji(), name.kana()))
                .toList();
    }

    private static MemberNumber one(List<Found> found, FiledPerson person) {
        if (found.size() > 1) {
            throw Problem.of(UploadProblem.SEVERAL_MEMBERS_MATCH).with("count", found.size());
        }
        Found only = found.getFirst();
        String number = only.number().value();
        if (person.birthDate() != null && !person.birthDate().equals(only.birthDate())) {
            throw Problem.of(UploadProblem.BIRTH_DATE_DIFFERS).with("memberNumber", number);
        }
        FiledName name = person.name();
        if (name != null && only.isCalledOtherwise(name.kanji(), name.kana())) {
            throw Problem.of(UploadProblem.NAME_DIFFERS).with("memberNumber", number);
        }
        return only.number();
    }
}
