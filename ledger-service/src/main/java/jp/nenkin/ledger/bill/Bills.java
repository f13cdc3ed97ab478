package jp.nenkin.ledger.bill;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.nenkin.events.BillPrepared;
import jp.nenkin.events.BillPrepared.PlanTotal;
import jp.nenkin.events.EventType;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;
import org.jboss.logging.Logger;

/** The bills of months: prepared after each month's run, told to others, looked at. */
@ApplicationScoped
public class Bills {
    private static final Logger LOG = Logger.getLogger(Bills.class);
    private static final byte[] NO_STATE = new byte[0];
    // A million lines have taken 40 s on a machine that had five times as much to do as it can: a month that ran into
    // the usual minute would never be billed.
    private static final int TRANSACTION_SECONDS = 600;

    private final BillTable table;
    private final Journal journal;
    private final TenantScope scope;
    private final Clock clock;

    Bills(BillTable table, Journal journal, TenantScope scope, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.scope = scope;
        this.clock = clock;
    }

    /** Prepares and tells the bills of every run that has none yet. */
    void workOff() {
        // Apart, because preparing a million lines must not hold up the runs, as an append does.
        while (inTransaction(this::prepareNext) || inTransaction(this::tellNext)) {
            LOG.debug("More bills may wait");
        }
    }

    private boolean prepareNext() {
        Optional<BillTable.Unbilled> next = table.isAlone() ? table.unbilled() : Optional.empty();
        next.ifPresent(run -> {
            int lines = table.prepare(run, clock.instant());
            LOG.infof("The bills of %s have %d lines", run.month(), lines);
        });
        return next.isPresent();
    }

    private boolean tellNext() {
        Instant now = clock.instant();
        Optional<Long> next = table.isAlone() ? table.untold() : Optional.empty();
        next.ifPresent(run -> {
            // Added up before the append is begun, which holds off the close of a run.
            List<Bill.Head> bills = table.of(run);
            Map<Long, List<PlanTotal>> totals = table.totals(bills);
            Append append = journal.beginCommon(clock);
            append.write(bills.stream()
                    .map(bill -> event(bill, totals.getOrDefault(bill.number(), List.of()), now))
                    .toList());
            table.told(run, now);
        });
        return next.isPresent();
    }

    private boolean inTransaction(BooleanSupplier step) {
        return scope.asSystem(() ->
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(step::getAsBoolean));
    }

    private NewRow event(Bill.Head bill, List<PlanTotal> plans, Instant now) {
        BillPrepared prepared =
                new BillPrepared(bill.establishmentNumber(), bill.month(), plans, Bill.total(plans), bill.preparedAt());
        return new NewRow(
                StreamId.ofBill(bill.number()),
                1,
                EventType.BILL_PREPARED.writtenName(),
                LocalDate.ofInstant(now, clock.getZone()),
                Yen.ZERO,
                Yen.ZERO,
                AccountEventCodec.bytes(prepared),
                NO_STATE,
                Standing.OPENS_AND_CLOSES);
    }

    /** Whether a month is run and its bills are not prepared yet. */
    boolean areAwaited(YearMonth month) {
        return table.isUnbilled(month);
    }

    /** An establishment's bill of a month; empty without anything to bill, and until the month's run is billed. */
    Optional<Bill> find(String establishmentNumber, YearMonth month) {
        return table.find(establishmentNumber, month).map(head -> {
            List<PlanTotal> plans = table.totals(List.of(head)).getOrDefault(head.number(), List.of());
            return new Bill(
                    head.establishmentNumber(),
                    head.month().toString(),
                    head.preparedAt(),
                    plans,
                    Bill.total(plans),
                    table.lines(head));
        });
    }
}
