package jp.nenkin.member.derivation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.derivation.Derivation.Asked;
import jp.nenkin.member.derivation.DerivationTable.Settlement;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.filing.FiledForms;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.MemberIndex;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.BaseSalaryDay;
import jp.nenkin.member.upload.FileTable;
import jp.nenkin.member.upload.KeptRows;
import jp.nenkin.member.upload.KeptRows.KeptRow;
import jp.nenkin.member.upload.MemberMatching;
import org.jspecify.annotations.Nullable;

/** Derivations: made from files, shown, and filed when somebody confirms. */
@ApplicationScoped
class Derivations {
    // The caller waits for the answer: what a minute is enough for.
    private static final int MOST_ROWS = 5_000;
    private static final int LIMIT_SECONDS = 600;

    private final DerivationTable table;
    private final ReckonedLines reckoned;
    private final RosterLines employed;
    private final MemberIndex index;
    private final KeptRows rows;
    private final Establishments establishments;
    private final FiledForms forms;
    private final FileTable files;
    private final Turns turns;
    private final EntityManager entities;
    private final Clock clock;

    Derivations(
            DerivationTable table,
            ReckonedLines reckoned,
            RosterLines employed,
            MemberIndex index,
            KeptRows rows,
            Establishments establishments,
            FiledForms forms,
            FileTable files,
            Turns turns,
            EntityManager entities,
            Clock clock) {
        this.table = table;
        this.reckoned = reckoned;
        this.employed = employed;
        this.index = index;
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
        List<KeptRow> kept = rows.of(asked.files(), asked.establishment());
        List<RosterRow> roster =
                kept.stream().flatMap(row -> RosterRow.of(row).stream()).toList();
        refuse(kept, roster);
        refuseIncomplete(roster, asked);
        Basis basis = new Basis(at, asked.effectiveFrom(), receipt());
        return roster.isEmpty()
                ? reckoned.of(
                        basis,
                        kept.stream().flatMap(row -> Reckoning.of(row).stream()).toList())
                : employed.of(basis, roster);
    }

    private static void refuse(List<KeptRow> kept, List<RosterRow> roster) {
        if (kept.isEmpty()) {
            throw Problem.of(DerivationProblem.FILES_WITHOUT_ROWS);
        }
        if (kept.size() > MOST_ROWS) {
            throw Problem.of(DerivationProblem.DERIVATION_TOO_LARGE)
                    .with("rows", kept.size())
                    .with("most", MOST_ROWS);
        }
        if (!roster.isEmpty() && roster.size() < kept.size()) {
            throw Problem.of(DerivationProblem.SOURCES_MIXED);
        }
    }

    /** Whoever is on a row that was returned would be taken for a leaver. */
    private void refuseIncomplete(List<RosterRow> roster, Asked asked) {
        int returned = roster.isEmpty() ? 0 : rows.returned(asked.files());
        if (returned > 0) {
            throw Problem.of(DerivationProblem.ROSTER_INCOMPLETE).with("returned", returned);
        }
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

    /** Who confirms what of it. */
    record Confirmation(Derivation derivation, Confirmed confirmed, String by) {}

    /**
     * Files all that is proposed but for what is left out, and the losses that are given, or nothing. Confirmed again
     * in the same way it stays as it is; refused with a {@link Problem} where it is settled otherwise, by the rules of
     * filings, and where the record has changed: then another is made in its place.
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
        EstablishmentNumber establishment = confirmation.derivation().asked().establishment();
        files.actFor(establishment);
        // The turn comes first: what it waited for is seen by what is read after it.
        return turns.all(establishment, work);
    }

    /** Empty where the record has changed, so that nothing is filed. */
    private Optional<Derivation> file(Confirmation confirmation) {
        Derivation derivation = table.find(confirmation.derivation().id()).orElseThrow();
        if (table.confirmed(derivation.id())
                .filter(confirmation.confirmed()::equals)
                .isPresent()) {
            return Optional.of(derivation);
        }
        List<DerivedLine> stored = table.lines(DerivationTable.Page.all(derivation.id())).stream()
                .map(StoredLine::line)
                .toList();
        refuse(confirmation, derivation, stored);
        if (!agree(derived(derivation.asked(), establishment(derivation.asked())), stored)) {
            return Optional.empty();
        }
        stored.forEach(line -> file(confirmation, line));
        settle(
                derivation,
                new Settlement(DerivationState.CONFIRMED, confirmation.by(), null, confirmation.confirmed()));
        return table.find(derivation.id());
    }

    private static boolean agree(List<DerivedLine> now, List<DerivedLine> then) {
        return now.size() == then.size()
                && IntStream.range(0, now.size()).allMatch(i -> now.get(i).agrees(then.get(i)));
    }

    private void refuse(Confirmation confirmation, Derivation derivation, List<DerivedLine> lines) {
        if (derivation.state() != DerivationState.PROPOSED) {
            throw Problem.of(DerivationProblem.DERIVATION_SETTLED).with("state", derivation.state());
        }
        boolean needsAnother = establishment(derivation.asked()).filingsNeedApproval();
        if (needsAnother && derivation.made().by().equals(confirmation.by())) {
            throw Problem.of(DerivationProblem.CONFIRMER_IS_PROPOSER);
        }
        refuse(confirmation.confirmed().leftOut(), lines, DerivedLine::proposes);
        refuse(confirmation.confirmed().losses().keySet(), lines, line -> line.finding() instanceof Finding.Leaver);
    }

    /** Refuses numbers of lines that are not of those that can be named so. */
    private static void refuse(Set<Integer> named, List<DerivedLine> lines, Predicate<DerivedLine> those) {
        Set<Integer> numbers =
                lines.stream().filter(those).map(DerivedLine::number).collect(Collectors.toSet());
        for (Integer number : named) {
            if (!numbers.contains(number)) {
                throw Problem.of(DerivationProblem.LINE_NOT_PROPOSED).with("line", number);
            }
        }
    }

    private void file(Confirmation confirmation, DerivedLine line) {
        UUID derivation = confirmation.derivation().id();
        if (confirmation.confirmed().leftOut().contains(line.number())) {
            table.leftOut(derivation, line.number());
            return;
        }
        Optional<FiledForm> form = form(confirmation, line);
        if (form.isEmpty()) {
            return;
        }
        try {
            UUID filing = file(confirmation.derivation(), line, form.get());
            entities.flush();
            // Of thousands of lines, none is looked at again.
            entities.clear();
            table.filed(derivation, line.number(), filing);
        } catch (Problem refused) {
            throw refused.with("derivedLine", line.number());
        }
    }

    /** What is filed of a line; empty of one of which nothing is. */
    private static Optional<FiledForm> form(Confirmation confirmation, DerivedLine line) {
        return switch (line.finding()) {
            case Finding.Change(var bases, var _) ->
                Optional.of(new FiledForm.BaseSalaryChange(
                        person(line),
                        confirmation.derivation().asked().effectiveFrom(),
                        bases.first(),
                        bases.secondUnits()));
            case Finding.Joiner(var enrolment) -> Optional.of(enrolment);
            case Finding.Leaver() ->
                Optional.ofNullable(confirmation.confirmed().losses().get(line.number()))
                        .map(left -> new FiledForm.Loss(person(line), left.lostOn(), left.cause(), null, null));
            case Finding.Nothing _ -> Optional.empty();
        };
    }

    private static FiledPerson person(DerivedLine line) {
        return new FiledPerson(line.memberNumber(), null, null, null, null);
    }

    private UUID file(Derivation derivation, DerivedLine line, FiledForm form) {
        EstablishmentNumber establishment = derivation.asked().establishment();
        MemberNumber member =
                new MemberMatching(index, establishment).member(form).orElse(null);
        FiledForms.Filer filer =
                new FiledForms.Filer(establishment, member, receipt(), DerivedFrom.of(derivation, line));
        return switch (forms.take(form, filer)) {
            case FiledForms.Outcome.Filed filed -> filed.filing();
            case FiledForms.Outcome.Waits waits -> waits.filing();
            case FiledForms.Outcome.NotApplicable _ -> throw new IllegalStateException("A derived form is a filing");
        };
    }

    /** What a filing says of where it comes from. */
    record DerivedFrom(
            UUID derivationId, int line, @Nullable Origin row) {
        static DerivedFrom of(Derivation derivation, DerivedLine line) {
            return new DerivedFrom(derivation.id(), line.number(), line.origin());
        }
    }

    private Derivation makeAnew(Confirmation confirmation) {
        Derivation outdated = confirmation.derivation();
        Derivation anew = make(outdated.asked(), confirmation.by());
        settle(outdated, new Settlement(DerivationState.OUTDATED, confirmation.by(), anew.id(), null));
        return anew;
    }

    /** Gives it up; once more, it stays as it is. Refused with a {@link Problem} where it is settled otherwise. */
    @Transactional
    Derivation discard(Derivation derivation, String by) {
        if (derivation.state() != DerivationState.DISCARDED) {
            settle(derivation, new Settlement(DerivationState.DISCARDED, by, null, null));
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
