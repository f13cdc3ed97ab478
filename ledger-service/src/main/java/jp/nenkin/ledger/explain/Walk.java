package jp.nenkin.ledger.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.explain.Figures.Subject;
import jp.nenkin.ledger.explain.Figures.SubjectKind;
import jp.nenkin.ledger.interest.MonthKind;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * An account's true events gone through once more: at each crediting date, which amounts earn for which months.
 *
 * <p>Source: domain rules, section 3. An accrual keeps sums alone; this keeps every amount apart, so that the two can
 * be held against each other.
 */
final class Walk {
    private final LocalDate asOf;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Credit> credits = new ArrayList<>();
    private final List<Amount> amounts = new ArrayList<>();
    private Opening opening = new Opening(Yen.ZERO, null, List.of());
    private @Nullable YearMonth since;

    private Walk(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** From a month on the person is of another kind at the months' ends. */
    private record Turn(YearMonth month, MonthKind kind) {}

    /** A posting that counts. */
    record Amount(Purpose purpose, YearMonth month, LocalDate on, Yen yen, AccountEvent event) {}

    /**
     * A1.
     *
     * @param on the crediting date whose closing it is; none before the first
     * @param madeOf what was posted on that date, and what has come into it without a crediting
     */
    record Opening(Yen yen, @Nullable LocalDate on, List<Purpose> madeOf) {
        /** A balance whatever it is made of, but for one that was taken over; none of an account that begins empty. */
        @Nullable
        Subject subject() {
            if (madeOf.isEmpty()) {
                return null;
            }
            Subject first = madeOf.getFirst().subject();
            if (first.kind() == SubjectKind.TAKE_OVER && madeOf.size() == 1) {
                return first;
            }
            LocalDate day = on == null ? first.on() : on;
            return new Subject(SubjectKind.BALANCE, YearMonth.from(day), day, null);
        }
    }

    /** Months of one kind that follow each other. */
    record Span(YearMonth first, YearMonth last, MonthKind kind) {}

    /** An amount and its months up to a crediting date. */
    record Earned(Amount amount, List<Span> months) {}

    /** A crediting and all that earns in it. */
    record Credit(InterestCredited event, Opening opening, List<Span> openingMonths, List<Earned> amounts) {}

    /**
     * What the walk has found up to a day.
     *
     * @param opening the closing of the last crediting
     * @param since what has come after it
     */
    record Walked(List<Credit> credits, Opening opening, List<Amount> since) {
        /** The balance of the day, without what was paid. */
        Yen balance() {
            return since.stream().map(Amount::yen).reduce(opening.yen(), Yen::plus);
        }
    }

    /**
     * Goes through an account's life.
     *
     * @param life its true events, decided afresh from the facts in their true order
     * @param asOf the last day that counts
     */
    static Walked through(List<AccountEvent> life, LocalDate asOf) {
        Walk walk = new Walk(asOf);
        for (AccountEvent event : life) {
            if (event instanceof InterestCredited credited
                    && credited.creditedOn().isAfter(asOf)) {
                // What follows counts from a still later day.
                break;
            }
            walk.take(event);
        }
        return new Walked(List.copyOf(walk.credits), walk.opening, List.copyOf(walk.amounts));
    }

    private void take(AccountEvent event) {
        if (event instanceof InterestCredited credited) {
            credit(credited);
        } else if (event.valueDate().isAfter(asOf)) {
            return;
        } else if (event instanceof AccountOpened opened) {
            open(opened);
        } else if (event instanceof BalanceTakenOver taken) {
            opening =
                    new Opening(taken.amount(), taken.creditedOn(), List.of(new Purpose.TakeOver(taken.creditedOn())));
            since = YearMonth.from(taken.creditedOn().plusDays(1));
        } else if (event instanceof MembershipEnded ended) {
            MonthKind kind = ended.standing() == AccountStanding.FROZEN ? MonthKind.FROZEN : MonthKind.OUTSIDE;
            turns.add(new Turn(YearMonth.from(ended.lostOn()), kind));
        } else if (event instanceof MembershipResumed resumed) {
            resume(YearMonth.from(resumed.valueDate()));
        } else {
            Purpose.of(event).ifPresent(purpose -> post(purpose, event));
        }
    }

    private void open(AccountOpened opened) {
        since = YearMonth.from(opened.valueDate());
        turns.add(new Turn(since, opened.waiting() ? MonthKind.OUTSIDE : MonthKind.MEMBER));
    }

    private void post(Purpose purpose, AccountEvent event) {
        switch (purpose) {
            case Purpose.Contribution of -> amounts.add(amount(of, of.month(), event));
            case Purpose.Transfer of -> amounts.add(amount(of, YearMonth.from(of.on()), event));
            case Purpose.Credit of -> throw new IllegalStateException(event + " is no posting of a life told in order");
            case Purpose.TakeOver of -> throw new IllegalStateException(event + " is a take-over");
            case Purpose.Benefit of -> {}
        }
    }

    private static Amount amount(Purpose purpose, YearMonth month, AccountEvent event) {
        return new Amount(purpose, month, event.valueDate(), event.amount(), event);
    }

    /** A frozen balance earns again from the month of return; one that waited has earned all along. */
    private void resume(YearMonth month) {
        boolean frozen = !turns.isEmpty() && turns.getLast().kind() == MonthKind.FROZEN;
        turns.add(new Turn(month, MonthKind.MEMBER));
        if (!frozen) {
            return;
        }
        List<Purpose> madeOf = Stream.concat(
                        opening.madeOf().stream(), amounts.stream().map(Amount::purpose))
                .toList();
        Yen balance = amounts.stream().map(Amount::yen).reduce(opening.yen(), Yen::plus);
        opening = new Opening(balance, opening.on(), madeOf);
        amounts.clear();
        since = since == null || month.isAfter(since) ? month : since;
    }

    private void credit(InterestCredited event) {
        YearMonth last = YearMonth.from(event.creditedOn());
        List<Amount> counted = amounts.stream()
                .filter(amount -> !amount.on().isAfter(event.creditedOn()))
                .toList();
        credits.add(new Credit(
                event,
                opening,
                since == null ? List.of() : spans(since, last),
                counted.stream()
                        .map(amount -> new Earned(amount, spans(amount.month(), last)))
                        .toList()));
        amounts.removeAll(counted);
        opening = new Opening(event.closing(), event.creditedOn(), List.of(new Purpose.Credit(event.creditedOn())));
        since = event.nextMonth();
    }

    private List<Span> spans(YearMonth first, YearMonth last) {
        List<Span> spans = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            MonthKind kind = kind(month);
            if (!spans.isEmpty() && spans.getLast().kind() == kind) {
                spans.set(spans.size() - 1, new Span(spans.getLast().first(), month, kind));
            } else {
                spans.add(new Span(month, month, kind));
            }
        }
        return List.copyOf(spans);
    }

    /** A month counts by what the person is at its end. */
    private MonthKind kind(YearMonth month) {
        return turns.reversed().stream()
                .filter(turn -> !turn.month().isAfter(month))
                .findFirst()
                .map(Turn::kind)
                .orElse(MonthKind.MEMBER);
    }
}
