package jp.nenkin.member.derivation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.derivation.ReckoningRules.Base;
import jp.nenkin.member.derivation.ReckoningRules.NoBase;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.member.Member;
import jp.nenkin.member.member.MemberIndex;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.MemberMatching;
import jp.nenkin.member.upload.Reason;

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
                new DerivedLine(
                        number, null, DerivedLine.name(row.person().name()), row.origin(), new Finding.Nothing(why));
            case Person.Matched(var member) -> line(basis, members.find(member).orElseThrow(), own, number);
        };
    }

    private DerivedLine line(Basis basis, Member member, List<Reckoning> own, int number) {
        ReckoningRules.Choice choice = new ReckoningRules(plan, basis.effectiveFrom()).choose(own);
        Finding finding = switch (choice) {
            case NoBase(var _, var why) -> ChangeRules.nothing(why);
            case Base(var _, long yen) -> new ChangeRules(plan, basis).of(member, new FiledBases(yen, null));
        };
        return new DerivedLine(
                number,
                member.number().value(),
                member.profile().name(),
                choice.reckoning().origin(),
                finding);
    }
}
