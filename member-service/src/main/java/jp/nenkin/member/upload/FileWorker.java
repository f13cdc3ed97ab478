package jp.nenkin.member.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.nenkin.kit.Faults;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.FilingTable;
import jp.nenkin.member.filing.Origin;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.Turns;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Processes received files, those of an establishment in the order of receipt, and by one instance at a time.
 *
 * <p>A row's state, its filing, its facts and its events commit together, so whoever is interrupted anywhere leaves
 * exactly what is still to be done. Everything is written with the rights of the establishment.
 */
@ApplicationScoped
class FileWorker {
    private static final Logger LOG = Logger.getLogger(FileWorker.class);
    private static final int BATCH = 100;
    private static final int PAGE = 500;
    // Longer than two hundred thousand rows take: one transaction by the wish of who sent them.
    private static final int LIMIT_SECONDS = 3_600;

    private final FileTable files;
    private final RowTable rows;
    private final RowFilings filings;
    private final ReturnedRows returnedRows;
    private final Turns turns;
    private final TenantScope scope;
    private final Faults faults;
    private final Clock clock;

    FileWorker(
            FileTable files,
            RowTable rows,
            RowFilings filings,
            ReturnedRows returnedRows,
            Turns turns,
            TenantScope scope,
            Faults faults,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.filings = filings;
        this.returnedRows = returnedRows;
        this.turns = turns;
        this.scope = scope;
        this.faults = faults;
        this.clock = clock;
    }

    /** Works until nothing is left that can be done now. */
    void work() {
        inTransaction(files::open).forEach(this::process);
    }

    /** What fails now is taken up again by the next one, and keeps no other establishment waiting. */
    private void process(EstablishmentNumber establishment) {
        try {
            boolean more = true;
            while (more) {
                more = step(establishment);
            }
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Files of %s were interrupted", establishment);
        }
    }

    private boolean step(EstablishmentNumber establishment) {
        try {
            return inTransaction(() -> take(establishment));
        } catch (RowFault fault) {
            if (faults.passes(fault)) {
                throw fault;
            }
            LOG.errorf(fault, "A row is returned because it fails");
            inTransaction(() -> giveUp(fault));
            return true;
        }
    }

    /** False when there is no more to do, or another instance does it. */
    private boolean take(EstablishmentNumber establishment) {
        if (!files.alone(establishment)) {
            return false;
        }
        files.actFor(establishment);
        // The turn comes first: what it waited for is seen by what is read after it.
        return turns.all(
                establishment, () -> files.next(establishment).map(this::take).isPresent());
    }

    private FilingFile take(FilingFile file) {
        return FilingTable.filedBefore(Origin.of(file.sentBy(), file.byOfficer()), () -> {
            switch (file.mode()) {
                case ROW_BY_ROW -> some(file);
                case ALL_OR_NOTHING -> all(file);
            }
            return file;
        });
    }

    private void some(FilingFile file) {
        List<StoredRow.Waiting> next = rows.waiting(file.id(), file.decidedTo(), BATCH);
        FileTable.Tally tally = FileTable.Tally.NOTHING;
        for (StoredRow.Waiting row : next) {
            RowOutcome outcome = outcome(file, row);
            decide(file, row.line(), outcome);
            if (outcome instanceof RowOutcome.Returned returned) {
                tell(file, new Refused(row.line(), RowType.of(row.form()), returned));
            }
            tally = tally.with(outcome);
        }
        files.count(
                file.id(),
                tally,
                next.isEmpty() ? file.decidedTo() : next.getLast().line());
        if (next.size() < BATCH) {
            files.finish(file.id());
        }
    }

    /** All rows, whatever the first ones come to: so that whoever sent them is told everything at once. */
    private void all(FilingFile file) {
        filings.savepoint("SAVEPOINT whole_file");
        List<Refused> refused = new ArrayList<>();
        FileTable.Tally tally = FileTable.Tally.NOTHING;
        List<StoredRow.Waiting> next = rows.waiting(file.id(), 0, PAGE);
        while (!next.isEmpty()) {
            for (StoredRow.Waiting row : next) {
                RowOutcome outcome = outcome(file, row);
                tally = tally.with(outcome);
                if (outcome instanceof RowOutcome.Returned returned) {
                    refused.add(new Refused(row.line(), RowType.of(row.form()), returned));
                } else if (refused.isEmpty() && file.counts().returned() == 0) {
                    decide(file, row.line(), outcome);
                }
            }
            next = rows.waiting(file.id(), next.getLast().line(), PAGE);
        }
        if (refused.isEmpty() && file.counts().returned() == 0) {
            files.count(file.id(), tally, 0);
            files.finish(file.id());
        } else {
            filings.savepoint("ROLLBACK TO SAVEPOINT whole_file");
            giveBack(file, refused);
        }
    }

    /** A row of a file that comes to nothing, and why; its type where it is known. */
    private record Refused(long line, @Nullable RowType type, RowOutcome.Returned outcome) {}

    private void giveBack(FilingFile file, List<Refused> refused) {
        for (Refused row : refused) {
            decide(file, row.line(), row.outcome());
            tell(file, row);
        }
        int rest = rows.decideRest(file.id(), Reason.of(UploadProblem.OTHERS_RETURNED));
        files.count(file.id(), new FileTable.Tally(0, rest, refused.size()), 0);
        files.giveBack(file.id());
    }

    /** A row that fails by itself is returned, so that the rows after it are not kept for ever. */
    private boolean giveUp(RowFault fault) {
        FilingFile file = fault.file();
        files.actFor(file.establishment());
        RowOutcome.Returned failed = new RowOutcome.Returned(Reason.of(UploadProblem.ROW_FAILED));
        Refused row = new Refused(fault.line(), null, failed);
        switch (file.mode()) {
            case ROW_BY_ROW -> {
                decide(file, fault.line(), failed);
                tell(file, row);
                files.count(file.id(), FileTable.Tally.NOTHING.with(failed), 0);
            }
            case ALL_OR_NOTHING -> giveBack(file, List.of(row));
        }
        return true;
    }

    private void tell(FilingFile file, Refused row) {
        returnedRows.tell(
                new ReturnedRows.Of(file.id(), file.establishment(), receipt(file)),
                row.line(),
                row.type(),
                List.of(row.outcome().reason()));
    }

    private Receipt receipt(FilingFile file) {
        return new Receipt(file.channel(), file.receivedOn(), LocalDate.ofInstant(file.sentAt(), clock.getZone()));
    }

    private RowOutcome outcome(FilingFile file, StoredRow.Waiting row) {
        try {
            return filings.file(row.form(), file.establishment(), receipt(file));
        } catch (RuntimeException fault) {
            throw new RowFault(file, row.line(), fault);
        }
    }

    private void decide(FilingFile file, long line, RowOutcome outcome) {
        RowTable.Place place = new RowTable.Place(file.id(), line, RowState.RECEIVED, RowTable.SYSTEM);
        if (!rows.decide(place, outcome)) {
            throw new IllegalStateException("Decided by somebody else: file " + file.id() + ", line " + line);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return scope.asSystem(
                () -> QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(work::get));
    }
}
