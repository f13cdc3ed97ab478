package jp.nenkin.ledger.explain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.account.Restatement.AccountLife;
import jp.nenkin.ledger.explain.Figures.AccountExplanation;
import jp.nenkin.ledger.explain.Figures.Differences;
import jp.nenkin.ledger.explain.Figures.StatementExplanation;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.KnownJournal;
import jp.nenkin.ledger.journal.KnownJournal.Known;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.FactsInEffect;
import jp.nenkin.ledger.membership.Replay;
import jp.nenkin.ledger.membership.RightToBenefit;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.problem.LedgerProblem;
import jp.nenkin.ledger.rate.RateProposal;
import jp.nenkin.ledger.rate.RateProposals;
import jp.nenkin.ledger.run.FundBooks;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Explains balances and statements from the journal, as they were known at an instant. */
@ApplicationScoped
class Explanations {
    private static final Logger LOG = Logger.getLogger(Explanations.class);

    private final KnownJournal journal;
    private final Background background;
    private final Function<MemberNumber, @Nullable LocalDate> births;
    private final Clock clock;

    @Inject
    Explanations(KnownJournal journal, FundBooks books, RateProposals rates, Births births, Clock clock) {
        this(journal, new Background(books::after, rates::inEffect), births::of, clock);
    }

    /** The same on connections outside the service. */
    Explanations(
            KnownJournal journal,
            Background background,
            Function<MemberNumber, @Nullable LocalDate> births,
            Clock clock) {
        this.journal = journal;
        this.background = background;
        this.births = births;
        this.clock = clock;
    }

    /**
     * What an account's life depends on beside the facts.
     *
     * @param books as they stood after some runs
     * @param rates all in effect
     */
    record Background(BiFunction<Set<Long>, Rates, Books> books, Supplier<List<RateProposal>> rates) {
        Map<FiscalYear, RateProposal> rates(@Nullable Instant knownAt) {
            return rates.get().stream()
                    .filter(rate -> knownAt == null
                            || (rate.approvedAt() != null && !rate.approvedAt().isAfter(knownAt)))
                    .collect(Collectors.toMap(rate -> new FiscalYear(rate.fiscalYear()), rate -> rate));
        }
    }

    /**
     * A member's birth date; to be asked for outside a transaction, which would be the caller's.
     */
    @Nullable
    LocalDate born(MemberNumber member) {
        return births.apply(member);
    }

    /**
     * What is asked for.
     *
     * @param asOf the last value date that counts; none for all of them
     * @param born the member's birth date, as {@link #born} tells it
     */
    record Question(
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            @Nullable LocalDate born) {}

    /**
     * Explains an account's balance.
     *
     * @throws Problem 404 where nothing was known of the account, 500 where what is posted is not what the rules make
     */
    @Transactional
    public AccountExplanation of(AccountId account, Question question) {
        Known known = journal.events(
                StreamId.of(account.member()), StreamId.lastAccountOf(account.member()), question.knownAt());
        MemberView view = MemberView.of(account.member(), known);
        PostedAccount posted = view.account(account).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        Map<FiscalYear, RateProposal> rates = background.rates(question.knownAt());
        Books books = view.reached(background.books().apply(known.runs(), view.reached(rates(rates))));
        Map<AccountId, AccountLife> lives = Replay.of(
                        view.member(),
                        FactsInEffect.of(view.facts()),
                        books,
                        new RightToBenefit(books.terms(), question.born()))
                .accounts();
        AccountLife life = lives.getOrDefault(account, AccountLife.none(new Unopened(account)));
        LocalDate day = day(question.asOf(), posted);
        return adding(() -> new Explanation(life.events(), new Parts(posted, books.terms(), rates))
                .asOf(day, question.knownAt(), LumpSums.of(view, posted, day, books.terms())));
    }

    /** Without a day everything posted counts, as in a balance asked for without one. */
    private LocalDate day(@Nullable LocalDate asked, PostedAccount posted) {
        return asked == null ? posted.lastDay(LocalDate.now(clock)) : asked;
    }

    private static Rates rates(Map<FiscalYear, RateProposal> proposals) {
        return new Rates(proposals.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> CreditingRate.parse(each.getValue().rate()))));
    }

    /** What does not add up is told to whoever asked, and to whoever reads the log. */
    private static <T> T adding(Supplier<T> explanation) {
        try {
            return explanation.get();
        } catch (DoesNotAddUp fault) {
            LOG.errorf("Account %s does not add up: %s", fault.account(), fault.finding());
            throw Problem.of(LedgerProblem.BOOKS_DO_NOT_ADD_UP)
                    .with("account", fault.account().toString())
                    .with("finding", fault.finding());
        }
    }

    /**
     * What two views of an account's balance differ by.
     *
     * @param asOf the last value date that counts in both; none for all of them
     * @param to none for all that is known now
     * @throws Problem 404 where the later view knows nothing of the account, 422 where it is not the later one
     */
    @Transactional
    public Differences between(AccountId account, @Nullable LocalDate asOf, Instant from, @Nullable Instant to) {
        if (!from.isBefore(to == null ? clock.instant() : to)) {
            throw Problem.of(LedgerProblem.VIEWS_REVERSED);
        }
        List<KnownEvent> before = journal.history(StreamId.of(account), from);
        List<KnownEvent> after = journal.history(StreamId.of(account), to);
        if (after.isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        PostedAccount later = PostedAccount.of(account, after);
        return new TwoViews(PostedAccount.of(account, before), later).differences(day(asOf, later), from, to);
    }

    /**
     * Explains the newest statement of a year.
     *
     * @throws Problem 404 where none was known, 500 where its rows are not what the rules make of the facts in time
     */
    @Transactional
    public StatementExplanation ofStatement(MemberNumber member, FiscalYear year, Question question) {
        KnownEvent stated = journal.history(StreamId.statement(member, year), question.knownAt()).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        Known known = journal.events(StreamId.of(member), StreamId.lastAccountOf(member), stated.from());
        Map<FiscalYear, RateProposal> rates = background.rates(stated.from());
        Books books = background.books().apply(known.runs(), rates(rates));
        RightToBenefit right = new RightToBenefit(books.terms(), question.born());
        return adding(() -> new Stated(stated, MemberView.of(member, known), rates).explained(books, right));
    }
}
