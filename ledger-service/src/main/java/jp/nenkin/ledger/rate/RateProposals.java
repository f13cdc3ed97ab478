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
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.problem.LedgerProblem;

/** Rates with four eyes: one officer proposes, another person approves, once per fiscal year. */
@ApplicationScoped
public class RateProposals {
    private static final byte[] NO_STATE = new byte[0];

    private final RateProposalTable table;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    RateProposals(RateProposalTable table, Journal journal, Ids ids, Clock clock) {
        this.table = table;
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

    /** Puts a rate up for approval; refused when the year has one. */
    RateProposal propose(FiscalYear year, CreditingRate rate, Caller.Officer officer) {
        refuseApproved(year.year());
        RateProposalRow row = new RateProposalRow(ids.next(), year.year(), rate.tenthsOfPercent(), signed(officer));
        table.persist(row);
        return answer(row);
    }

    /** Approves a proposal of somebody else and publishes the rate. */
    RateProposal approve(UUID id, Caller.Officer officer) {
        Append append = journal.beginCommon(clock.instant());
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
        RateApproved approved =
                new RateApproved(row.fiscalYear, new CreditingRate(row.tenthsOfPercent).toString(), clock.instant());
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
                row.proposerName,
                row.proposedAt,
                row.approverName,
                row.approvedAt);
    }
}
