package jp.nenkin.ledger.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RateApproved;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.interest.CompositeRate;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.RateTerms;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.problem.LedgerProblem;

/**
 * Rates with four eyes: one officer proposes with evidence, another person approves, once per fiscal year.
 *
 * <p>Persons are told apart by the realm and subject of their tokens; two accounts of one person cannot be.
 */
@ApplicationScoped
public class RateProposals {
    private static final byte[] NO_STATE = new byte[0];

    private final RateProposalTable table;
    private final RateTerms terms;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    RateProposals(RateProposalTable table, PlanData plan, Journal journal, Ids ids, Clock clock) {
        this.table = table;
        this.terms = plan.terms().creditingRates();
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who did it and when; the id tells persons apart, the name is for readers. */
    record Signature(String id, String name, Instant at) {}

    /** The rates in effect, as the rules take them. */
    public Rates approved() {
        return new Rates(table.approved().stream()
                .collect(Collectors.toMap(
                        row -> new FiscalYear(row.fiscalYear), row -> new CreditingRate(row.tenthsOfPercent))));
    }

    /** Every rate in effect with its two signatures, by fiscal year. */
    public List<RateProposal> inEffect() {
        return table.approved().stream().map(RateProposals::answer).toList();
    }

    /** The proposals that wait for another officer, the newest first. */
    List<RateProposal> open() {
        return table.open().stream().map(RateProposals::answer).toList();
    }

    /** A proposal; 404 when there is none. */
    RateProposal find(UUID id) {
        return table.findByIdOptional(id)
                .map(RateProposals::answer)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    /**
     * Puts a rate up for approval; refused when the year has one, when its evidence does not hold, and when it is not
     * the rate that the evidence leads to.
     */
    RateProposal propose(RateClaim claim, Caller.Officer officer) {
        refuseApproved(claim.year().year());
        RateProposalRow row = new RateProposalRow(ids.next(), settled(claim), signed(officer));
        table.persist(row);
        return answer(row);
    }

    private SettledRate settled(RateClaim claim) {
        RateClaim.MarketReturns market = claim.market();
        return market == null ? stated(claim) : computed(claim, market);
    }

    private SettledRate stated(RateClaim claim) {
        CreditingRate rate = claim.stated();
        String source = claim.source();
        if (terms.needEvidence(claim.year()) || rate == null || source == null) {
            throw Problem.of(LedgerProblem.RATE_EVIDENCE_MISSING)
                    .with("evidenceFrom", terms.evidenceFrom().toString());
        }
        RateTerms.Limits limits = terms.of(claim.year());
        if (!limits.allow(rate)) {
            throw Problem.of(LedgerProblem.RATE_OUT_OF_RANGE)
                    .with("floor", limits.floor().toPlainString())
                    .with("cap", limits.cap().toPlainString());
        }
        return SettledRate.stated(claim.year(), rate, source);
    }

    private SettledRate computed(RateClaim claim, RateClaim.MarketReturns market) {
        int calendarYear = SettledRate.calendarYear(claim.year());
        if (market.calendarYear() != calendarYear) {
            throw Problem.of(LedgerProblem.RATE_EVIDENCE_OF_ANOTHER_YEAR).with("calendarYear", calendarYear);
        }
        CompositeRate composite = new CompositeRate(market.assets(), terms.of(claim.year()));
        long classes = market.assets().stream()
                .map(CompositeRate.AssetReturn::assetClass)
                .distinct()
                .count();
        if (!composite.isWhole() || classes < market.assets().size()) {
            throw Problem.of(LedgerProblem.ASSET_MIX_NOT_WHOLE);
        }
        SettledRate settled = SettledRate.computed(claim.year(), composite, claim.source());
        if (claim.stated() != null && !claim.stated().equals(settled.rate())) {
            throw Problem.of(LedgerProblem.RATE_DIFFERS_FROM_EVIDENCE)
                    .with("stated", claim.stated().toString())
                    .with("computed", settled.rate().toString());
        }
        return settled;
    }

    /** Approves a proposal of somebody else and publishes the rate. */
    RateProposal approve(UUID id, Caller.Officer officer) {
        Append append = journal.beginCommon(clock);
        RateProposalRow row = table.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        refuseApproved(row.fiscalYear);
        if (row.proposedBy.equals(officer.id())) {
            throw Problem.of(LedgerProblem.SAME_OFFICER);
        }
        row.approve(signed(officer));
        append.write(List.of(event(row)));
        return answer(row);
    }

    private void refuseApproved(int fiscalYear) {
        if (table.isApproved(fiscalYear)) {
            throw Problem.of(LedgerProblem.RATE_ALREADY_APPROVED).with("fiscalYear", fiscalYear);
        }
    }

    private NewRow event(RateProposalRow row) {
        FiscalYear year = new FiscalYear(row.fiscalYear);
        RateApproved approved = new RateApproved(
                row.fiscalYear,
                new CreditingRate(row.tenthsOfPercent).toString(),
                clock.instant(),
                SettledRate.readEvidence(row.evidence));
        return new NewRow(
                StreamId.of(year),
                1,
                EventType.RATE_APPROVED.writtenName(),
                year.firstDay(),
                Yen.ZERO,
                Yen.ZERO,
                AccountEventCodec.bytes(approved),
                NO_STATE,
                Standing.OPENS_AND_CLOSES);
    }

    private Signature signed(Caller.Officer officer) {
        return new Signature(officer.id(), officer.name(), clock.instant());
    }

    private static RateProposal answer(RateProposalRow row) {
        return new RateProposal(
                row.id,
                row.fiscalYear,
                new CreditingRate(row.tenthsOfPercent).toString(),
                SettledRate.readEvidence(row.evidence),
                row.proposerName,
                row.proposedAt,
                row.approverName,
                row.approvedAt);
    }
}
