package jp.nenkin.member.derivation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.filing.FiledForms;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberIndex;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import jp.nenkin.member.upload.MemberMatching;
import jp.nenkin.member.upload.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Holds a payroll's roster against the members on record, within the caller's transaction, and files nothing: who is
 * new, who is on it no more, and whose base salary is another.
 */
@ApplicationScoped
class RosterLines {
    private final MemberIndex index;
    private final Members members;
    private final FiledForms forms;
    private final Turns turns;
    private final Database database;
    private final EntityManager entities;
    private final Ids ids;
    private final PlanData plan = PlanData.standard();

    RosterLines(
            MemberIndex index,
            Members members,
            FiledForms forms,
            Turns turns,
            Database database,
            EntityManager entities,
            Ids ids) {
        this.index = index;
        this.members = members;
        this.forms = forms;
        this.turns = turns;
        this.database = database;
        this.entities = entities;
        this.ids = ids;
    }

    /** One line for each row of the roster, then one for each member who is on none. */
    List<DerivedLine> of(Basis basis, List<RosterRow> roster) {
        Roll roll = new Roll(basis);
        roster.forEach(roll::row);
        index.membersOf(basis.at().number()).forEach(roll::absent);
        return List.copyOf(roll.lines);
    }

    /** The roster as it is read, row by row. */
    private final class Roll {
        private final Basis basis;
        private final MemberMatching matching;
        private final List<DerivedLine> lines = new ArrayList<>();
        private final Map<MemberNumber, RosterRow> present = new HashMap<>();
        /** Members whom a row may mean, though it does not fit: they are not taken for leavers. */
        private final Set<String> doubtful = new HashSet<>();

        Roll(Basis basis) {
            this.basis = basis;
            this.matching = new MemberMatching(index, basis.at().number());
        }

        void row(RosterRow row) {
            try {
                Optional<MemberNumber> number = matching.member(row.employed());
                if (number.isEmpty()) {
                    add(null, row, joiner(basis, row, null));
                    return;
                }
                Member member = members.find(number.get()).orElseThrow();
                RosterRow before = present.putIfAbsent(member.number(), row);
                add(member, row, before == null ? finding(member, row) : twice(before, row));
            } catch (Problem refused) {
                Optional.ofNullable(refused.values().get("memberNumber"))
                        .map(String::valueOf)
                        .ifPresent(doubtful::add);
                add(null, row, new Finding.Nothing(Reason.of(refused)));
            }
        }

        private Finding finding(Member member, RosterRow row) {
            boolean goesOn = member.latestAt(basis.at().number())
                    .filter(Membership::goesOn)
                    .isPresent();
            return goesOn
                    ? new ChangeRules(plan, basis).of(member, row.bases(basis.at(), basis.effectiveFrom(), plan))
                    : joiner(basis, row, member.number());
        }

        void absent(MemberNumber number) {
            if (present.containsKey(number) || doubtful.contains(number.value())) {
                return;
            }
            Member member = members.find(number).orElseThrow();
            lines.add(new DerivedLine(
                    lines.size() + 1, number.value(), member.profile().name(), null, new Finding.Leaver()));
            entities.clear();
        }

        private void add(@Nullable Member member, RosterRow row, Finding finding) {
            lines.add(new DerivedLine(
                    lines.size() + 1,
                    member == null ? null : member.number().value(),
                    member == null
                            ? DerivedLine.name(row.employed().person().name())
                            : member.profile().name(),
                    row.origin(),
                    finding));
            // Of thousands of members, none is looked at again; each query would go through all of them.
            entities.clear();
        }
    }

    private static Finding twice(RosterRow before, RosterRow row) {
        return ChangeRules.nothing(new Refusal(
                DerivationProblem.TWICE_ON_ROSTER,
                Map.of("line", before.row().line(), "otherLine", row.row().line())));
    }

    /** An enrolment is tried, since its rules ask for more than a row tells; the trial leaves nothing. */
    private Finding joiner(Basis basis, RosterRow row, @Nullable MemberNumber member) {
        Optional<FiledForm.Enrolment> enrolment = row.enrolment(member, basis.at(), plan);
        if (enrolment.isEmpty()) {
            return ChangeRules.nothing(new Refusal(DerivationProblem.JOINER_INCOMPLETE, Map.of()));
        }
        MemberNumber returning = member(basis, enrolment.get());
        try {
            return tried(() -> {
                forms.take(enrolment.get(), new FiledForms.Filer(basis.at().number(), returning, basis.receipt()));
                entities.flush();
                return new Finding.Joiner(enrolment.get());
            });
        } catch (Problem refused) {
            return new Finding.Nothing(Reason.of(refused));
        }
    }

    /** Who somebody is who joins: a member of before, by a number, or nobody yet. */
    private @Nullable MemberNumber member(Basis basis, FiledForm.Enrolment enrolment) {
        return new MemberMatching(index, basis.at().number()).member(enrolment).orElse(null);
    }

    private Finding tried(Supplier<Finding> work) {
        database.update("SAVEPOINT tried", Database.Binding.NONE);
        try {
            return turns.withoutTurns(() -> members.withPlaceholders(ids.next(), work));
        } finally {
            entities.clear();
            database.update("ROLLBACK TO SAVEPOINT tried", Database.Binding.NONE);
        }
    }
}
