package jp.nenkin.member.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.member.Sex;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.UnitLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a data line of the pension service's layouts files.
 *
 * <p>Both layouts are read alike: the fund's own items are absent in SHFD0006.
 */
record LayoutForms(PlanData plan) {
    private static final long THOUSAND = 1_000;

    /** 1 to 3 are men, women and miners; 5 to 7 the same as members of a fund. */
    private static final Map<String, String> KINDS = same("1", "2", "3", "5", "6", "7");

    /** Of miners the kind does not say the sex. */
    private static final Map<String, Sex> SEXES =
            Map.of("1", Sex.MALE, "2", Sex.FEMALE, "5", Sex.MALE, "6", Sex.FEMALE);

    private static final String LOSS_BY_AGE_75 = "7";
    private static final String LOSS_BY_DISABILITY = "9";
    private static final String LOSS_BY_AGREEMENT = "11";
    private static final List<String> NOT_OURS = List.of(LOSS_BY_AGE_75, LOSS_BY_DISABILITY, LOSS_BY_AGREEMENT);
    private static final Map<String, LossCause> CAUSES = Map.of("4", LossCause.RETIREMENT, "5", LossCause.DEATH);

    private static final Map<String, JoiningReason> REASONS = Map.of(
            "01", JoiningReason.NEW,
            "02", JoiningReason.TRANSFER_IN,
            "03", JoiningReason.REVIVAL,
            "04", JoiningReason.REJOINING);

    private static Map<String, String> same(String... codes) {
        return Stream.of(codes).collect(Collectors.toUnmodifiableMap(code -> code, code -> code));
    }

    /** The form of a line; null if the cells have errors. */
    @Nullable
    FiledForm read(LayoutForm form, Cells cells) {
        return switch (form) {
            case ACQUISITION -> enrolment(cells);
            case LOSS -> loss(cells);
            case BASE_CALCULATION -> baseCalculation(cells);
            case MONTHLY_CHANGE -> monthlyChange(cells);
        };
    }

    /** The establishment of a line, by the fund's numbers where it has them; null if the cells have errors. */
    static @Nullable FiledEstablishment establishment(Cells cells) {
        String prefecture = cells.digits("prefecture", 2, 2);
        String municipality = cells.text("municipality");
        String letters = cells.text("symbol");
        String number = cells.digits("number", 1, 5);
        FiledEstablishment.Symbol symbol = prefecture == null || municipality == null || letters == null
                ? null
                : new FiledEstablishment.Symbol(prefecture, municipality, letters, number);
        String fund = cells.digits("fund", 4, 4);
        String inFund = cells.digits("fundEstablishment", 1, 7);
        return fund == null || inFund == null ? symbol : new FiledEstablishment.OfFund(fund, inFund, symbol);
    }

    /** Whom an acquisition names: a name is what somebody new is known by. */
    private static FiledPerson named(Cells cells) {
        FiledPerson person = person(cells);
        requireName(person, cells);
        return person;
    }

    /** Somebody known; our number says who it is without a name. */
    private static FiledPerson known(Cells cells) {
        FiledPerson person = person(cells);
        if (person.memberNumber().isEmpty()) {
            requireName(person, cells);
        }
        return person;
    }

    private static void requireName(FiledPerson person, Cells cells) {
        if (person.name() == null && !cells.isFaulty("nameKana")) {
            cells.required("name", null);
        }
    }

    private static FiledPerson person(Cells cells) {
        String four = cells.digits("basicPension4", 4, 4);
        String six = cells.digits("basicPension6", 6, 6);
        if (four != null || six != null) {
            cells.required("basicPension4", four);
            cells.required("basicPension6", six);
        }
        return new FiledPerson(
                cells.digits("memberNumber", 1, 11),
                InsuredNumber.of(cells.digits("insuredNumber", 1, InsuredNumber.DIGITS)),
                four == null || six == null ? null : new BasicPensionNumber(four + six),
                cells.name("name", "nameKana"),
                cells.eraDay("birthEra", "birthDate"));
    }

    private @Nullable FiledForm enrolment(Cells cells) {
        FiledPerson person = named(cells);
        String kind = cells.code("kind", KINDS);
        FiledAddress address = address(cells, "postcode3", "postcode4", List.of("address", "addressKana"));
        LocalDate acquired = cells.eraDay("acquiredEra", "acquiredOn");
        LocalDate joined = cells.eraDay("joinedEra", "joinedOn");
        JoiningReason reason = cells.code("joiningReason", REASONS);
        Long standardPay = thousandYen("standardPay", cells);
        Long secondPay = thousandYen("secondStandardPay", cells);
        Long remuneration = standardPay == null ? remuneration("total", cells) : cells.positiveYen("total");
        if (cells.hasErrors() || acquired == null) {
            return null;
        }
        LocalDate day = joined == null ? acquired : joined;
        Long grade = remuneration == null ? null : plan.gradesOn(day).ofRemuneration(remuneration);
        Long first = standardPay == null ? grade : standardPay;
        if (grade != null && !grade.equals(first)) {
            cells.note(RowNote.BASE_SALARY_NOT_OF_REMUNERATION);
        }
        Integer units = secondPay == null ? null : units(secondPay, plan.unitsOn(day), cells);
        return new FiledForm.Enrolment(
                person, day, first, units, remuneration, reason, kind == null ? null : SEXES.get(kind), address);
    }

    /**
     * An address; null if none was filed.
     *
     * @param texts fields of which the first that has something counts
     */
    private static @Nullable FiledAddress address(Cells cells, String firstThree, String lastFour, List<String> texts) {
        String three = cells.digits(firstThree, 3, 3);
        String four = cells.digits(lastFour, 4, 4);
        if (three != null || four != null) {
            cells.required(firstThree, three);
            cells.required(lastFour, four);
        }
        String postcode = three == null || four == null ? null : three + four;
        String text = texts.stream()
                .map(cells::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return postcode == null && text == null ? null : new FiledAddress(postcode, text);
    }

    private static @Nullable Long thousandYen(String field, Cells cells) {
        Long thousands = cells.positiveYen(field);
        return thousands == null ? null : thousands * THOUSAND;
    }

    private static @Nullable Long remuneration(String field, Cells cells) {
        Long yen = cells.positiveYen(field);
        if (yen == null && !cells.isFaulty(field)) {
            cells.error(FileProblem.REMUNERATION_MISSING, field, Map.of());
        }
        return yen;
    }

    /** How many units a standard pay of the second plan is; null, with an error, if it is none of them whole. */
    static @Nullable Integer units(long secondStandardPay, UnitLimits limits, Cells cells) {
        if (secondStandardPay % limits.yen() != 0) {
            cells.error(FileProblem.STANDARD_PAY_NOT_UNITS, "secondStandardPay", Map.of("yen", limits.yen()));
            return null;
        }
        return Math.toIntExact(secondStandardPay / limits.yen());
    }

    private static @Nullable FiledForm loss(Cells cells) {
        FiledPerson person = known(cells);
        LocalDate lost = cells.eraDay("lostEra", "lostOn");
        LocalDate left = cells.eraDay("leftEra", "leftOn");
        LossCause cause = cause(cells);
        LocalDate day = lossDay(lost, left, cells);
        FiledAddress address =
                address(cells, "leaverPostcode3", "leaverPostcode4", List.of("leaverAddress", "leaverAddressKana"));
        return cells.hasErrors() || day == null || cause == null
                ? null
                : new FiledForm.Loss(person, day, cause, left, address);
    }

    private static @Nullable LossCause cause(Cells cells) {
        String code = cells.text("cause");
        if (code != null && NOT_OURS.contains(code)) {
            cells.error(FileProblem.LOSS_CAUSE_NOT_OURS, "cause", Map.of());
            return null;
        }
        return cells.code("cause", CAUSES);
    }

    /** Membership is lost on the day after retirement or death. Source: domain rules, section 4. */
    private static @Nullable LocalDate lossDay(@Nullable LocalDate lost, @Nullable LocalDate left, Cells cells) {
        if (left == null) {
            return cells.required("lostOn", lost);
        }
        LocalDate following = left.plusDays(1);
        if (lost != null && !lost.equals(following)) {
            cells.error(FileProblem.LOSS_DAYS_DIFFER, "lostOn", Map.of("expected", following));
        }
        return following;
    }

    private @Nullable FiledForm baseCalculation(Cells cells) {
        FiledPerson person = known(cells);
        Reckoned reckoned = reckoned(cells);
        return reckoned == null
                ? null
                : new FiledForm.BaseCalculation(
                        person, reckoned.appliesFrom(), reckoned.remuneration(), reckoned.baseSalary());
    }

    private @Nullable FiledForm monthlyChange(Cells cells) {
        FiledPerson person = known(cells);
        Reckoned reckoned = reckoned(cells);
        return reckoned == null
                ? null
                : new FiledForm.MonthlyChange(
                        person, reckoned.appliesFrom(), reckoned.remuneration(), reckoned.baseSalary());
    }

    private record Reckoned(YearMonth appliesFrom, long remuneration, long baseSalary) {}

    /** The adjusted average takes the place of the average. Source: domain rules, section 2. */
    private @Nullable Reckoned reckoned(Cells cells) {
        YearMonth appliesFrom = cells.eraMonth("appliesEra", "appliesYear", "appliesMonth");
        Long adjusted = cells.positiveYen("adjustedAverage");
        Long remuneration = adjusted == null ? remuneration("average", cells) : adjusted;
        if (cells.hasErrors() || appliesFrom == null || remuneration == null) {
            return null;
        }
        long base = plan.gradesOn(appliesFrom.atDay(1)).ofRemuneration(remuneration);
        return new Reckoned(appliesFrom, remuneration, base);
    }
}
