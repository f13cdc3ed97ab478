package jp.nenkin.ledger.explain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.Capped;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.PlanRules;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.contribution.ContributionRates;
import jp.nenkin.ledger.explain.Figures.ContributionBasis;
import jp.nenkin.ledger.explain.Figures.Credit;
import jp.nenkin.ledger.explain.Figures.Fraction;
import jp.nenkin.ledger.explain.Figures.MonthRate;
import jp.nenkin.ledger.explain.Figures.Months;
import jp.nenkin.ledger.explain.Figures.Movement;
import jp.nenkin.ledger.explain.Figures.Part;
import jp.nenkin.ledger.explain.Figures.PartKind;
import jp.nenkin.ledger.explain.Figures.PostedEvent;
import jp.nenkin.ledger.explain.Figures.Rate;
import jp.nenkin.ledger.explain.Figures.Wording;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Interest;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.rate.RateProposal;
import org.jspecify.annotations.Nullable;

/**
 * What the creditings of an account are made of, each part with its events.
 *
 * <p>Every sum is made twice: from the parts, and as the rules made it from the accrual.
 */
record Parts(PostedAccount posted, PlanTerms terms, Map<FiscalYear, RateProposal> rates) {

    /**
     * A crediting, as it should be.
     *
     * @throws DoesNotAddUp when its parts are not what it was computed from
     */
    Credit of(Walk.Credit walked) {
        InterestCredited event = walked.event();
        PlanRules rules = terms.on(event.creditedOn());
        List<Part> parts = Stream.concat(
                        Stream.of(opening(walked)), walked.amounts().stream().map(earned -> part(event, earned)))
                .toList();
        long exact = exact(parts, event);
        require(Interest.on(exact, rules.rounding()).equals(event.amount()), event, "the interest");
        long closing =
                parts.stream().mapToLong(Part::amount).sum() + event.amount().amount();
        require(closing == event.closing().amount(), event, "the closing");
        return new Credit(
                event.creditedOn(),
                rate(event),
                event.capped() == null ? null : event.capped().rate().toString(),
                rules.monthCount(),
                parts,
                fraction(exact),
                rules.rounding(),
                event.amount().amount(),
                events(new Purpose.Credit(event.creditedOn())),
                closing,
                worked(parts, exact, event),
                notes(walked, parts));
    }

    /** An amount that no crediting has taken in yet. */
    Movement movement(Walk.Amount amount) {
        return new Movement(
                amount.purpose().subject(),
                amount.yen().amount(),
                amount.on(),
                basis(amount.event()),
                events(amount.purpose()));
    }

    /** What the running interval began with. */
    Movement opening(Walk.Opening opening) {
        return new Movement(opening.subject(), opening.yen().amount(), opening.on(), null, openingEvents(opening));
    }

    List<PostedEvent> events(Purpose purpose) {
        return PostedAccount.answers(posted.of(purpose));
    }

    /** Of an account that nothing has come into, its opening. */
    private List<PostedEvent> openingEvents(Walk.Opening opening) {
        return opening.madeOf().isEmpty()
                ? List.of(posted.events().getFirst().answer())
                : opening.madeOf().stream()
                        .flatMap(purpose -> events(purpose).stream())
                        .toList();
    }

    private Part opening(Walk.Credit walked) {
        Walk.Opening opening = walked.opening();
        List<Months> months = months(walked.openingMonths(), walked.event());
        YearMonth last = YearMonth.from(walked.event().creditedOn());
        return new Part(
                PartKind.OPENING,
                opening.yen().amount(),
                counted(months),
                months.isEmpty() ? last : months.getFirst().first(),
                last,
                months,
                opening.on(),
                fraction(exact(opening.yen(), months)),
                null,
                openingEvents(opening));
    }

    private Part part(InterestCredited credit, Walk.Earned earned) {
        Walk.Amount amount = earned.amount();
        List<Months> months = months(earned.months(), credit);
        return new Part(
                amount.purpose() instanceof Purpose.Transfer ? PartKind.TRANSFER : PartKind.CONTRIBUTION,
                amount.yen().amount(),
                counted(months),
                amount.month(),
                YearMonth.from(credit.creditedOn()),
                months,
                amount.on(),
                fraction(exact(amount.yen(), months)),
                basis(amount.event()),
                events(amount.purpose()));
    }

    private @Nullable ContributionBasis basis(AccountEvent event) {
        if (!(event instanceof ContributionPosted posted)) {
            return null;
        }
        ContributionRates.Rate rate =
                terms.contributionRates().inEffect(posted.account().plan(), posted.month());
        return new ContributionBasis(
                posted.baseSalary().amount(),
                rate.numerator(),
                rate.denominator(),
                posted.establishment().toString(),
                posted.filing());
    }

    private static List<Months> months(List<Walk.Span> spans, InterestCredited credit) {
        return spans.stream().map(span -> months(span, credit)).toList();
    }

    private static Months months(Walk.Span span, InterestCredited credit) {
        Capped capped = credit.capped();
        int months = Interest.months(span.first(), span.last());
        return switch (span.kind()) {
            case MEMBER ->
                new Months(
                        span.first(),
                        span.last(),
                        months,
                        MonthRate.DECLARED,
                        credit.rate().toString());
            case OUTSIDE ->
                new Months(
                        span.first(),
                        span.last(),
                        months,
                        capped == null ? MonthRate.DECLARED : MonthRate.CAPPED,
                        (capped == null ? credit.rate() : capped.rate()).toString());
            case FROZEN -> new Months(span.first(), span.last(), months, MonthRate.NOT_COUNTED, null);
        };
    }

    private static int counted(List<Months> months) {
        return months.stream()
                .filter(each -> each.rate() != null)
                .mapToInt(Months::months)
                .sum();
    }

    private static long exact(Yen yen, List<Months> months) {
        long exact = 0;
        for (Months each : months) {
            if (each.rate() != null) {
                long yenMonths = Math.multiplyExact(yen.amount(), (long) each.months());
                exact = Math.addExact(exact, Interest.exact(yenMonths, CreditingRate.parse(each.rate())));
            }
        }
        return exact;
    }

    /** The sum of the parts, which must be that of the accrual. */
    private long exact(List<Part> parts, InterestCredited event) {
        long opening = event.opening().amount();
        long accrued = Interest.exact(event.declared().with(opening), event.rate());
        Capped capped = event.capped();
        if (capped != null) {
            accrued = Math.addExact(accrued, Interest.exact(capped.months().with(opening), capped.rate()));
        }
        long sum = parts.stream().mapToLong(part -> part.exact().numerator()).sum();
        require(sum == accrued, event, "the exact sum of the parts, " + sum + " of " + accrued + ",");
        return sum;
    }

    private void require(boolean holds, InterestCredited event, String what) {
        if (!holds) {
            throw new DoesNotAddUp(posted.account(), what + " of " + event.creditedOn() + " is another than computed");
        }
    }

    private static Fraction fraction(long exact) {
        return new Fraction(exact, Interest.TWELFTHS_OF_TENTHS_OF_PERCENT);
    }

    private Rate rate(InterestCredited event) {
        FiscalYear year = event.fiscalYear();
        RateProposal proposal = rates.get(year);
        return proposal == null
                ? new Rate(year.year(), event.rate().toString(), null, null, null, null, null)
                : new Rate(
                        year.year(),
                        event.rate().toString(),
                        proposal.id(),
                        proposal.evidence(),
                        proposal.proposedBy(),
                        proposal.approvedBy(),
                        proposal.approvedAt());
    }

    private static String worked(List<Part> parts, long exact, InterestCredited event) {
        return parts.stream()
                        .flatMap(part -> part.earning().stream()
                                .filter(months -> months.rate() != null)
                                .map(months ->
                                        "%d × %s%% × %d/12".formatted(part.amount(), months.rate(), months.months())))
                        .collect(Collectors.joining(" + "))
                + " = %d/%d → %d"
                        .formatted(
                                exact,
                                Interest.TWELFTHS_OF_TENTHS_OF_PERCENT,
                                event.amount().amount());
    }

    private static List<Wording> notes(Walk.Credit walked, List<Part> parts) {
        List<Wording> notes = new ArrayList<>();
        YearMonth first = parts.getFirst().first();
        if (walked.opening().on() != null
                && YearMonth.from(walked.opening().on()).equals(first)) {
            notes.add(Wordings.inBothPeriods(first));
        }
        for (Months months : parts.getFirst().earning()) {
            if (months.at() == MonthRate.NOT_COUNTED) {
                notes.add(Wordings.notCounted(months.first(), months.last()));
            } else if (months.at() == MonthRate.CAPPED && months.rate() != null) {
                notes.add(Wordings.capped(months.first(), months.last(), months.rate()));
            }
        }
        return List.copyOf(notes);
    }
}
