package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.nenkin.ledger.oracle.ImperfectOffice.Imperfection;
import jp.nenkin.ledger.oracle.Picture.Account;
import jp.nenkin.ledger.oracle.Step.Defer;
import jp.nenkin.ledger.oracle.Step.EndDeferral;
import jp.nenkin.ledger.oracle.Step.Filing;
import jp.nenkin.ledger.oracle.Step.Pay;

/** Lives by seed: the same seed gives the same life on every machine. */
final class SeededLives {
    private static final int ATTEMPTS = 10_000;
    private static final int IMPERFECTIONS = 5;
    private static final int FISCAL_YEARS = 3;
    private static final int YEARS = 8;

    private SeededLives() {}

    /** The first life that chance makes from the seed and that an office could have lived. */
    static SeededLife of(long seed) {
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(attempt -> attempt(seed, attempt))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No life in " + ATTEMPTS + " attempts of seed " + seed));
    }

    private static Optional<SeededLife> attempt(long seed, int attempt) {
        Random random = new Random(seed * ATTEMPTS + attempt);
        try {
            TrueLives lives = new TrueLives(random);
            TrueFacts truth = lives.life();
            ImperfectOffice office = new ImperfectOffice(random, truth, lives.firstYear(), lives.end());
            SeededLife life = new SeededLife(seed, lives.firstYear(), truth, office.steps());
            return isImperfectEnough(office.imperfections()) && isPossible(life) ? Optional.of(life) : Optional.empty();
        } catch (IllegalArgumentException contradiction) {
            return Optional.empty();
        }
    }

    /** Five filings late or corrected at least, about three fiscal years or more. */
    private static boolean isImperfectEnough(List<Imperfection> imperfections) {
        Set<Integer> years = imperfections.stream()
                .map(imperfection -> FiscalYears.of(imperfection.about()))
                .collect(Collectors.toSet());
        return imperfections.size() >= IMPERFECTIONS && years.size() >= FISCAL_YEARS;
    }

    /** What no office would take ends the attempt: here, or as a contradiction in the facts believed. */
    private static boolean isPossible(SeededLife life) {
        if (life.lastDay().getYear() - life.firstYear() > YEARS) {
            return false;
        }
        TrueFacts before = null;
        for (int k = 0; k < life.steps().size(); k++) {
            if (life.steps().get(k) instanceof Filing filing) {
                if (before != null && !isTaken(filing, before, life.booksAfter(k))) {
                    return false;
                }
                before = life.factsKnownAfter(k);
                if (isBeforeTheBooks(before, life.firstYear())
                        || !isDated(before, filing.day())
                        || !isOffered(before, filing)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What lies before the books begin comes with a former system's balance. */
    private static boolean isBeforeTheBooks(TrueFacts facts, int firstYear) {
        return facts.losses().anyMatch(loss -> FiscalYears.of(loss.on()) < firstYear)
                || (facts.takeOver() == null
                        && facts.periods().stream()
                                .anyMatch(period -> FiscalYears.of(period.acquiredOn()) < firstYear));
    }

    /** A base salary is of a plan that the establishment of its day offers, as far as is known. */
    private static boolean isOffered(TrueFacts facts, Filing filing) {
        return !(filing instanceof Step.ChangeBase change)
                || Membership.of(facts, Terms.OF_THE_FUND).stream()
                        .filter(membership ->
                                membership.covers(change.effective().atDay(1)))
                        .anyMatch(membership -> membership.isOffered(
                                change.plan(), change.effective().atDay(1)));
    }

    /** Nobody is said to have lost membership after the age at which it ends by itself. */
    private static boolean isLostInTime(TrueFacts facts) {
        LocalDate ageLimit = FiscalYears.attained(Terms.OF_THE_FUND.ageLimit(), facts.born());
        return facts.losses().noneMatch(loss -> loss.on().isAfter(ageLimit));
    }

    /** Only who has a right and has chosen nothing defers or is paid. */
    private static boolean isTaken(Filing filing, TrueFacts before, Books books) {
        return switch (filing) {
            case Defer defer -> isPayable(before, books);
            case EndDeferral end -> true;
            case Step.CancelDeferral cancel -> true;
            case Pay pay -> isPayable(before, books);
            case Step.TakeOver it -> true;
            case Step.Enrol it -> true;
            case Step.CorrectEnrolment it -> true;
            case Step.ChangeBase it -> true;
            case Step.Move it -> true;
            case Step.Lose it -> true;
            case Step.CorrectLoss it -> true;
            case Step.CancelLoss it -> true;
            case Step.TransferIn it -> true;
            case Step.CorrectTransfer it -> true;
        };
    }

    private static boolean isPayable(TrueFacts facts, Books books) {
        return new Oracle(facts, books)
                .picture().accounts().stream()
                        .map(Account::standing)
                        .filter(standing -> standing != Standing.CLOSED)
                        .allMatch(Standing.PAYABLE::equals);
    }

    /** Nothing is filed before its day, and no asset is received between two memberships. */
    private static boolean isDated(TrueFacts facts, LocalDate day) {
        return isLostInTime(facts)
                && facts.periods().stream()
                        .noneMatch(period -> period.acquiredOn().isAfter(day))
                && facts.losses().noneMatch(loss -> loss.on().isAfter(day))
                && facts.transfers().stream()
                        .map(TrueFacts.Transfer::receivedOn)
                        .allMatch(received -> facts.isMember(received)
                                || facts.periods().stream()
                                        .noneMatch(period -> period.acquiredOn().isBefore(received)));
    }
}
