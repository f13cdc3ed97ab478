package jp.nenkin.member.derivation;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.derivation.Derivation.Asked;
import jp.nenkin.member.derivation.DerivationTable.Settlement;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.filing.FiledForms;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.BaseSalaryDay;
import jp.nenkin.member.upload.FileTable;
import jp.nenkin.member.upload.KeptRows;

/** Derivations: made from files, shown, and filed when somebody confirms. */
@ApplicationScoped
class Derivations {
    private static final int MOST_ROWS = 20_000;
    private static final int LIMIT_SECONDS = 600;

    private final DerivationTable table;
    private final ReckonedLines lines;
    private final KeptRows rows;
    private final Establishments establishments;
    private final FiledForms forms;
    private final FileTable files;
    private final Turns turns;
    private final EntityManager entities;
    private final Clock clock;

    Derivations(
            DerivationTable table,
            ReckonedLines lines,
            KeptRows rows,
            Establishments establishments,
            FiledForms forms,
            FileTable files,
            Turns turns,
            EntityManager entities,
            Clock clock) {
        this.table = table;
        this.lines = lines;
        this.rows = rows;
        this.establishments = establishments;
        this.forms = forms;
        this.files = files;
        this.turns = turns;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Derives what follows for a day, and keeps it without filing anything; within the caller's transaction, which sees
     * nothing but the establishment's own from then on. Refused with a {@link Problem} where the day is none of base
     * salaries, or the files give nothing to derive from.
     */
    Derivation make(Asked asked, String by) {
        if (!BaseSalaryDay.is(asked.effectiveFrom())) {
            throw Problem.of(DerivationProblem.NO_BASE_SALARY_DAY).with("effectiveFrom", asked.effectiveFrom());
        }
        files.actFor(asked.establishment());
        return table.keep(asked, derived(asked, establishment(asked)), by);
    }

    private Establishment establishment(Asked asked) {
        return establishments
                .find(asked.establishment())
                .orElseThrow(() -> Establishments.unknown(asked.establishment()).asProblem());
    }

    /** What follows from the record as it is now. */
    private List<DerivedLine> derived(Asked asked, Establishment at) {
        List<Reckoning> reckonings = rows.of(asked.files(), asked.establishment()).stream()
                .flatMap(row -> Reckoning.of(row).stream())
                .toList();
        if (reckonings.isEmpty()) {
            throw Problem.of(DerivationProblem.FILES_WITHOUT_ROWS);
        }
        if (reckonings.size() > MOST_ROWS) {
            throw Problem.of(DerivationProblem.DERIVATION_TOO_LARGE)
                    .with("rows", reckonings.size())
                    .with("most", MOST_ROWS);
        }
        return lines.of(new ReckonedLines.Basis(at, asked.effectiveFrom(), receipt()), reckonings);
    }

    private Receipt receipt() {
        LocalDate today = LocalDate.now(clock);
        return new Receipt(FilingChannel.DATA, today, today);
    }

    @Transactional
    Optional<Derivation> find(UUID id) {
        return table.find(id);
    }

    @Transactional
    List<StoredLine> lines(DerivationTable.Page page) {
        return table.lines(page);
    }

    /** Who confirms what of it: all that is proposed but for some lines, by number. */
    record Confirmation(Derivation derivation, Set<Integer> leaveOut, String by) {
        Confirmation {
            leaveOut = Set.copyOf(leaveOut);
        }
    }

    /**
     * Files all that is proposed, or nothing. Confirmed again with the same lines left out it stays as it is; refused
     * with a {@link Problem} where it is settled otherwise, by the rules of filings, and where the record has changed:
     * then another is made in its place.
     */
    Derivation confirm(Confirmation confirmation) {
        Optional<Derivation> confirmed = inTransaction(() -> alone(confirmation, () -> file(confirmation)));
        if (confirmed.isPresent()) {
            return confirmed.get();
        }
        Derivation anew = inTransaction(() -> alone(confirmation, () -> makeAnew(confirmation)));
        throw Problem.of(DerivationProblem.DERIVATION_OUTDATED).with("derivationId", anew.id());
    }

    private <T> T alone(Confirmation confirmation, Supplier<T> work) {
        var establishment = confirmation.derivation().asked().establishment();
        files.actFor(establishment);
        // The turn comes first: what it waited for is seen by what is read after it.
        return turns.all(establishment, work);
    }

    /** Empty where the record has changed, so that nothing is filed. */
    private Optional<Derivation> file(Confirmation confirmation) {
        Derivation derivation = table.find(confirmation.derivation().id()).orElseThrow();
        List<StoredLine> stored = table.lines(DerivationTable.Page.all(derivation.id()));
        if (derivation.state() == DerivationState.CONFIRMED && leftOut(stored).equals(confirmation.leaveOut())) {
            return Optional.of(derivation);
        }
        refuse(confirmation, derivation, stored);
        List<DerivedLine> proposed = stored.stream().map(StoredLine::line).toList();
        if (!derived(derivation.asked(), establishment(derivation.asked())).equals(proposed)) {
            return Optional.empty();
        }
        proposed.stream().filter(DerivedLine::proposes).forEach(line -> file(confirmation, line));
        settle(derivation, new Settlement(DerivationState.CONFIRMED, confirmation.by(), null));
        return table.find(derivation.id());
    }

    private static Set<Integer> leftOut(List<StoredLine> stored) {
        return stored.stream()
                .filter(StoredLine::leftOut)
                .map(each -> each.line().number())
                .collect(Collectors.toSet());
    }

    private void refuse(Confirmation confirmation, Derivation derivation, List<StoredLine> stored) {
        if (derivation.state() != DerivationState.PROPOSED) {
            throw Problem.of(DerivationProblem.DERIVATION_SETTLED).with("state", derivation.state());
        }
        boolean needsAnother = establishment(derivation.asked()).filingsNeedApproval();
        if (needsAnother && derivation.made().by().equals(confirmation.by())) {
            throw Problem.of(DerivationProblem.CONFIRMER_IS_PROPOSER);
        }
        Set<Integer> none = new TreeSet<>(confirmation.leaveOut());
        stored.stream().map(StoredLine::line).filter(DerivedLine::proposes).forEach(line -> none.remove(line.number()));
        if (!none.isEmpty()) {
            throw Problem.of(DerivationProblem.LINE_NOT_PROPOSED)
                    .with("line", none.iterator().next());
        }
    }

    private void file(Confirmation confirmation, DerivedLine line) {
        UUID derivation = confirmation.derivation().id();
        if (confirmation.leaveOut().contains(line.number())) {
            table.leftOut(derivation, line.number());
            return;
        }
        if (line.finding() instanceof Finding.Change change) {
            UUID filing = file(confirmation.derivation(), line, change);
            entities.flush();
            // Of thousands of lines, none is looked at again.
            entities.clear();
            table.filed(derivation, line.number(), filing);
        }
    }

    private UUID file(Derivation derivation, DerivedLine line, Finding.Change change) {
        MemberNumber member = new MemberNumber(requireNonNull(line.memberNumber()));
        FiledForm.BaseSalaryChange form = new FiledForm.BaseSalaryChange(
                new FiledPerson(member.value(), null, null, null, null),
                derivation.asked().effectiveFrom(),
                change.filed().first(),
                change.filed().secondUnits());
        FiledForms.Filer filer = new FiledForms.Filer(
                derivation.asked().establishment(), member, receipt(), DerivedFrom.of(derivation, line));
        return switch (forms.take(form, filer)) {
            case FiledForms.Outcome.Filed filed -> filed.filing();
            case FiledForms.Outcome.Waits waits -> waits.filing();
            case FiledForms.Outcome.NotApplicable _ ->
                throw new IllegalStateException("A change of base salary is a filing");
        };
    }

    /** What a filing says of where it comes from. */
    record DerivedFrom(UUID derivationId, int line, Origin row) {
        static DerivedFrom of(Derivation derivation, DerivedLine line) {
            return new DerivedFrom(derivation.id(), line.number(), line.origin());
        }
    }

    private Derivation makeAnew(Confirmation confirmation) {
        Derivation outdated = confirmation.derivation();
        Derivation anew = make(outdated.asked(), confirmation.by());
        settle(outdated, new Settlement(DerivationState.OUTDATED, confirmation.by(), anew.id()));
        return anew;
    }

    /** Gives it up; once more, it stays as it is. Refused with a {@link Problem} where it is settled otherwise. */
    @Transactional
    Derivation discard(Derivation derivation, String by) {
        if (derivation.state() != DerivationState.DISCARDED) {
            settle(derivation, new Settlement(DerivationState.DISCARDED, by, null));
        }
        return table.find(derivation.id()).orElseThrow();
    }

    private void settle(Derivation derivation, Settlement settlement) {
        if (!table.settle(derivation.id(), settlement)) {
            DerivationState state = table.find(derivation.id()).orElseThrow().state();
            throw Problem.of(DerivationProblem.DERIVATION_SETTLED).with("state", state);
        }
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(work::get);
    }
}
