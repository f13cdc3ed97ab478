package jp.nenkin.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.statement.FactPages.MemberFacts;
import jp.nenkin.ledger.statement.FactTable.Fact;
import org.junit.jupiter.api.Test;

/** Pages may end anywhere; members are whole. */
class FactPagesTest {
    private static final int PAGE = 10;

    private final List<MemberNumber> asked = new ArrayList<>();

    @Test
    void every_member_comes_once_and_whole_wherever_pages_end() {
        List<Fact> stored = facts(3, 9, 1, 4, 9, 2, 2, 2, 2, 2, 1);

        List<MemberFacts> read = readAll(pages(stored));

        assertThat(read)
                .extracting(facts -> facts.member().value())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 11).boxed().toList());
        assertThat(read).extracting(facts -> facts.facts().size()).containsExactly(3, 9, 1, 4, 9, 2, 2, 2, 2, 2, 1);
        assertThat(asked).hasSizeGreaterThan(3);
    }

    @Test
    void facts_lie_in_the_order_in_which_they_became_known() {
        AccountId account = new AccountId(new MemberNumber(1), Plan.FIRST, 0);

        FactPages pages = pages(List.of(fact(account, 2), fact(account, 1)));
        assertThat(pages.hasNextUpTo(MemberNumber.LAST)).isTrue();

        assertThat(pages.next().facts())
                .extracting(fact -> ((Balance) fact).balance().amount())
                .containsExactly(2L, 1L);
    }

    @Test
    void members_are_given_up_to_the_one_asked_for() {
        FactPages pages = pages(facts(1, 1, 1));

        assertThat(pages.hasNextUpTo(new MemberNumber(2))).isTrue();
        pages.next();
        assertThat(pages.hasNextUpTo(new MemberNumber(2))).isTrue();
        pages.next();
        assertThat(pages.hasNextUpTo(new MemberNumber(2))).isFalse();
        assertThat(pages.hasNextUpTo(new MemberNumber(3))).isTrue();
    }

    @Test
    void without_facts_there_is_nobody() {
        FactPages pages = pages(List.of());

        assertThat(pages.hasNextUpTo(MemberNumber.LAST)).isFalse();
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_member_with_more_facts_than_a_page_is_told_of_and_not_cut() {
        FactPages pages = pages(facts(1, PAGE + 1));

        assertThatThrownBy(() -> readAll(pages)).hasMessageContaining("0000000002 has more than 10 facts");
    }

    private static List<MemberFacts> readAll(FactPages pages) {
        List<MemberFacts> read = new ArrayList<>();
        while (pages.hasNextUpTo(MemberNumber.LAST)) {
            read.add(pages.next());
        }
        return read;
    }

    private FactPages pages(List<Fact> stored) {
        return new FactPages(
                new MemberNumber(1),
                from -> {
                    asked.add(from);
                    return stored.stream()
                            .filter(fact -> fact.member().compareTo(from) >= 0)
                            .limit(PAGE)
                            .toList();
                },
                PAGE);
    }

    /** So many facts for each of the members from 1 on. */
    private static List<Fact> facts(int... counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(index -> IntStream.range(0, counts[index])
                        .mapToObj(fact -> fact(new AccountId(new MemberNumber(index + 1), Plan.FIRST, 0), fact)))
                .toList();
    }

    private static Fact fact(AccountId account, long amount) {
        return new Fact(account.member(), new Balance(account, LocalDate.of(2024, 3, 31), new Yen(amount)));
    }
}
