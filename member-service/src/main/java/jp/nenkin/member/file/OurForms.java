package jp.nenkin.member.file;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/** What a row of our own CSV files. */
final class OurForms {
    private static final Map<String, OurType> TYPES = OurType.byName();
    private static final Map<String, OurType> CORRECTED_TYPES = OurType.correctedByName();
    private static final Map<String, LossCause> CAUSES = causes();
    private static final Map<String, Plan> PLANS =
            Map.of("FIRST", Plan.FIRST, "第1年金", Plan.FIRST, "SECOND", Plan.SECOND, "第2年金", Plan.SECOND);

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String ID_EXAMPLE = "01890a5d-ac96-774b-bcce-b302099a8057";

    private OurForms() {}

    private static Map<String, LossCause> causes() {
        Map<String, LossCause> causes = new HashMap<>();
        for (LossCause cause : LossCause.values()) {
            causes.put(cause.name(), cause);
            causes.put(CauseName.of(cause), cause);
        }
        return Map.copyOf(causes);
    }

    /** The row with what it files, or with all its errors. */
    static FiledRow row(Cells cells) {
        String number = cells.required("establishmentNumber", cells.digits("establishmentNumber", 7, 7));
        FiledPerson person = person(cells);
        OurType type = cells.required("type", cells.code("type", TYPES));
        if (type != null) {
            refuseOthers(type, cells);
        }
        return cells.row(
                number == null ? null : new FiledEstablishment.Numbered(new EstablishmentNumber(number)),
                type == null ? null : form(type, person, cells));
    }

    /** A correction has the columns of the type that it corrects besides its own. */
    private static void refuseOthers(OurType type, Cells cells) {
        OurType corrected = type == OurType.CORRECTION ? corrected(cells) : null;
        cells.refuseOthers(field -> type.has(field) || (corrected != null && corrected.has(field)));
    }

    private static @Nullable OurType corrected(Cells cells) {
        return cells.required("correctedType", cells.code("correctedType", CORRECTED_TYPES));
    }

    private static FiledPerson person(Cells cells) {
        String pension = cells.digits("basicPensionNumber", 10, 10);
        return new FiledPerson(
                cells.digits("memberNumber", 1, 10),
                InsuredNumber.of(cells.digits("insuredNumber", 1, InsuredNumber.DIGITS)),
                pension == null ? null : new BasicPensionNumber(pension),
                cells.name("name", "nameKana"),
                cells.day("birthDate"));
    }

    private static @Nullable FiledForm form(OurType type, FiledPerson person, Cells cells) {
        return switch (type) {
            case ENROLMENT -> enrolment(person, cells);
            case LOSS -> loss(identified(person, cells), cells);
            case BASE_SALARY_CHANGE -> baseSalaryChange(identified(person, cells), cells);
            case EMPLOYED -> employed(identified(person, cells), cells);
            case NAME_CHANGE -> nameChange(identified(person, cells), cells);
            case BIRTH_DATE_CORRECTION -> birthDateCorrection(identified(person, cells), cells);
            case ADDRESS_CHANGE -> addressChange(identified(person, cells), cells);
            case TRANSFER_IN -> transferIn(identified(person, cells), cells);
            case CORRECTION -> correction(person, cells);
            case CANCELLATION -> cancellation(cells);
        };
    }

    private static FiledPerson identified(FiledPerson person, Cells cells) {
        if (!person.isIdentified() && FiledPerson.FIELDS.stream().noneMatch(cells::isFaulty)) {
            cells.error(FileProblem.PERSON_NOT_IDENTIFIED);
        }
        return person;
    }

    /** Somebody new is named by a name and the birth date; a number besides helps to find an earlier membership. */
    private static @Nullable FiledForm enrolment(FiledPerson person, Cells cells) {
        if (person.name() == null && !cells.isFaulty("nameKana")) {
            cells.required("name", null);
        }
        cells.required("birthDate", person.birthDate());
        LocalDate acquired = cells.required("acquiredOn", cells.day("acquiredOn"));
        Long first = cells.yen("firstBaseSalary");
        Integer units = units(cells);
        return cells.hasErrors() || acquired == null
                ? null
                : new FiledForm.Enrolment(person, acquired, first, units, null, null, null, null);
    }

    private static @Nullable Integer units(Cells cells) {
        String digits = cells.digits("secondUnits", 1, 3);
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static @Nullable FiledForm loss(FiledPerson person, Cells cells) {
        LocalDate lost = cells.required("lostOn", cells.day("lostOn"));
        LossCause cause = cells.required("cause", cells.code("cause", CAUSES));
        return cells.hasErrors() || lost == null || cause == null
                ? null
                : new FiledForm.Loss(person, lost, cause, null, null);
    }

    private static @Nullable FiledForm baseSalaryChange(FiledPerson person, Cells cells) {
        LocalDate from = cells.required("effectiveFrom", cells.day("effectiveFrom"));
        Long first = cells.yen("firstBaseSalary");
        Integer units = units(cells);
        if (first == null && units == null && !cells.isFaulty("firstBaseSalary") && !cells.isFaulty("secondUnits")) {
            cells.error(FileProblem.BASE_SALARY_NOT_GIVEN);
        }
        return cells.hasErrors() || from == null ? null : new FiledForm.BaseSalaryChange(person, from, first, units);
    }

    /** Whether a newcomer's row says enough to enrol him is asked when the roster is used. */
    private static @Nullable FiledForm employed(FiledPerson person, Cells cells) {
        LocalDate acquired = cells.day("acquiredOn");
        Long first = cells.yen("firstBaseSalary");
        Long remuneration = cells.positiveYen("remuneration");
        Integer units = units(cells);
        return cells.hasErrors() ? null : new FiledForm.Employed(person, acquired, first, remuneration, units);
    }

    private static @Nullable FiledForm nameChange(FiledPerson person, Cells cells) {
        FiledName name = cells.name("newName", "newNameKana");
        if (name == null && !cells.isFaulty("newNameKana")) {
            cells.required("newName", null);
        }
        LocalDate changed = cells.required("changedOn", cells.day("changedOn"));
        return cells.hasErrors() || name == null || changed == null
                ? null
                : new FiledForm.NameChange(person, name, changed);
    }

    private static @Nullable FiledForm birthDateCorrection(FiledPerson person, Cells cells) {
        LocalDate correct = cells.required("correctBirthDate", cells.day("correctBirthDate"));
        return cells.hasErrors() || correct == null ? null : new FiledForm.BirthDateCorrection(person, correct);
    }

    private static @Nullable FiledForm addressChange(FiledPerson person, Cells cells) {
        String postcode = cells.required("postcode", cells.digits("postcode", 7, 7));
        String address = cells.requiredText("address");
        LocalDate changed = cells.required("changedOn", cells.day("changedOn"));
        return cells.hasErrors() || postcode == null || address == null || changed == null
                ? null
                : new FiledForm.AddressChange(person, postcode, address, changed);
    }

    private static @Nullable FiledForm transferIn(FiledPerson person, Cells cells) {
        Plan plan = cells.required("plan", cells.code("plan", PLANS));
        Long amount = cells.required("amount", cells.yen("amount"));
        LocalDate received = cells.required("assetReceivedOn", cells.day("assetReceivedOn"));
        String source = cells.requiredText("source");
        String months = cells.required("creditedMonths", cells.digits("creditedMonths", 1, 4));
        if (amount != null && amount == 0) {
            cells.error(FileProblem.AMOUNT_INVALID, "amount", Map.of());
        }
        if (cells.hasErrors() || plan == null || amount == null || received == null || source == null) {
            return null;
        }
        return months == null
                ? null
                : new FiledForm.TransferIn(person, plan, amount, received, source, Integer.parseInt(months));
    }

    /** A correction says what the earlier filing should have been. */
    private static @Nullable FiledForm correction(FiledPerson person, Cells cells) {
        UUID filing = filing(cells);
        OurType type = corrected(cells);
        FiledForm right = type == null ? null : form(type, person, cells);
        return filing == null || right == null ? null : new FiledForm.Correction(filing, right);
    }

    private static @Nullable FiledForm cancellation(Cells cells) {
        UUID filing = filing(cells);
        String reason = cells.text("reason");
        return cells.hasErrors() || filing == null ? null : new FiledForm.Cancellation(filing, reason);
    }

    private static @Nullable UUID filing(Cells cells) {
        return cells.required(
                "filingId",
                cells.parsed(
                        "filingId",
                        text -> Optional.of(text)
                                .filter(id -> ID.matcher(id).matches())
                                .map(UUID::fromString),
                        FileProblem.ITEM_FORM_INVALID,
                        ID_EXAMPLE));
    }
}
