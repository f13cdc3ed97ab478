package jp.nenkin.member.derivation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.derivation.ReckoningRules.Base;
import jp.nenkin.member.derivation.ReckoningRules.NoBase;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.file.FiledName;
import jp.nenkin.member.filing.BaseSalaryChange;
import jp.nenkin.member.filing.BaseSalaryChangeRules;
import jp.nenkin.member.filing.BaseSalaryChangeRules.Change;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.BaseSalary;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberIndex;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Membership;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;
import jp.nenkin.member.upload.MemberMatching;
import jp.nenkin.member.upload.Reason;
import org.jspecify.annotations.Nullable;

/** Derives changes of base salary from 算定 and 月変, within the caller's transaction, and files none. */
@ApplicationScoped
class ReckonedLines {
    private final MemberIndex index;
    private final Members members;
    private final EntityManager entities;
    private final PlanData plan = PlanData.standard();

    ReckonedLines(MemberIndex index, Members members, EntityManager entities) {
        this.index = index;
        this.members = members;
        this.entities = entities;
    }

    /** For whom, of which day, and as received when. */
    record Basis(Establishment at, LocalDate effectiveFrom, Receipt receipt) {}

    /** One line for each person, in the order in which they come first; one for each row that is nobody's. */
    List<DerivedLine> of(Basis basis, List<Reckoning> reckonings) {
        MemberMatching matching = new MemberMatching(index, basis.at().number());
        Map<Person, List<Reckoning>> byPerson = new LinkedHashMap<>();
        for (Reckoning reckoning : reckonings) {
            byPerson.computeIfAbsent(person(matching, reckoning), _ -> new ArrayList<>())
                    .add(reckoning);
        }
        List<DerivedLine> lines = new ArrayList<>();
        byPerson.forEach((person, own) -> {
            lines.add(line(basis, person, own, lines.size() + 1));
            // Of thousands of members, none is looked at again; each query would go through all of them.
            entities.clear();
        });
        return List.copyOf(lines);
    }

    /** Whose rows are taken together. */
    private sealed interface Person {
        /** A member on record. */
        record Matched(MemberNumber number) implements Person {}

        /** Who is nobody on record as far as this row tells, and why. */
        record Unmatched(Reckoning row, Reason why) implements Person {}
    }

    private static Person person(MemberMatching matching, Reckoning reckoning) {
        try {
            return new Person.Matched(matching.member(reckoning.row().form()).orElseThrow());
        } catch (Problem refused) {
            return new Person.Unmatched(reckoning, Reason.of(refused));
        }
    }

    private DerivedLine line(Basis basis, Person person, List<Reckoning> own, int number) {
        return switch (person) {
            case Person.Unmatched(var row, var why) ->
                new DerivedLine(number, null, name(row.person().name()), row.origin(), new Finding.Nothing(why));
            case Person.Matched(var member) -> line(basis, members.find(member).orElseThrow(), own, number);
        };
    }

    private static @Nullable String name(@Nullable FiledName filed) {
        if (filed == null) {
            return null;
        }
        return filed.kanji() == null ? filed.kana() : filed.kanji();
    }

    private DerivedLine line(Basis basis, Member member, List<Reckoning> own, int number) {
        ReckoningRules.Choice choice = new ReckoningRules(plan, basis.effectiveFrom()).choose(own);
        Finding finding = switch (choice) {
            case NoBase(var _, var why) -> nothing(why);
            case Base(var _, long yen) -> change(basis, member, new FiledBases(yen, null));
        };
        return new DerivedLine(
                number,
                member.number().value(),
                member.profile().name(),
                choice.reckoning().origin(),
                finding);
    }

    private static Finding nothing(Refusal why) {
        return new Finding.Nothing(Reason.of(why.problem(), why.values()));
    }

    /** A change that the rules of filings let through as it stands now; what they refuse is the reason for nothing. */
    private Finding change(Basis basis, Member member, FiledBases bases) {
        BaseSalaryChangeRules rules = new BaseSalaryChangeRules(plan);
        BaseSalaryChange filed =
                new BaseSalaryChange(basis.at().number(), member.number(), basis.effectiveFrom(), bases);
        Optional<Membership> membership = member.latestAt(basis.at().number());
        Optional<Refusal> refusal =
                rules.refuse(filed, basis.at(), basis.receipt()).or(() -> rules.refuse(filed, membership));
        return refusal.map(ReckonedLines::nothing)
                .orElseGet(() -> change(filed, membership.orElseThrow(), rules.changes(filed, membership.get())));
    }

    private static Finding change(BaseSalaryChange filed, Membership membership, List<Change> changes) {
        return new Finding.Change(
                filed.bases(),
                changes.stream()
                        .map(change -> figure(filed, membership, change))
                        .toList());
    }

    private static Finding.Figure figure(BaseSalaryChange filed, Membership membership, Change change) {
        Plan plan = change.base().plan();
        BaseSalary former = membership.inForceOn(plan, filed.effectiveFrom()).orElse(null);
        return new Finding.Figure(
                plan,
                former == null ? null : former.yen(),
                former == null ? null : former.effectiveFrom(),
                change.base().baseSalary());
    }
}
