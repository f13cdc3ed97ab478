package jp.nenkin.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.nenkin.local.LocalFault;
import jp.nenkin.local.demo.DemoFact.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fund is the same for the same seed, and possible for any. */
class DemoFundTest {
    @Test
    void the_same_seed_gives_the_same_fund_and_another_another() {
        assertThat(facts(7)).isEqualTo(facts(7)).isNotEqualTo(facts(8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -1, Long.MAX_VALUE})
    void there_are_200_members_and_the_one_of_2020_each_with_a_name_of_his_own(long seed) {
        List<DemoMember> members = DemoFund.of(seed).members();
        assertThat(members).hasSize(201).extracting(DemoMember::name).doesNotHaveDuplicates();
        assertThat(members).extracting(DemoMember::key).doesNotHaveDuplicates();
        assertThat(members.getFirst().facts().getFirst())
                .isInstanceOfSatisfying(
                        DemoFact.TakeOver.class,
                        taken -> assertThat(taken.number()).isEqualTo(DemoFund.EXAMPLE_2020));
        assertThat(members.getLast().facts().getFirst())
                .isInstanceOfSatisfying(
                        DemoFact.TakeOver.class,
                        taken -> assertThat(taken.number()).isEqualTo(DemoFund.EXAMPLE_2025));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -1, Long.MAX_VALUE})
    void facts_are_filed_in_their_order_and_within_the_years_of_the_fund(long seed) {
        for (DemoMember member : DemoFund.of(seed).members()) {
            List<YearMonth> filed =
                    member.facts().stream().map(DemoFact::filedIn).toList();
            assertThat(filed).as(member.key()).isSorted();
            assertThat(filed)
                    .allSatisfy(month -> assertThat(month).isBetween(DemoFund.FIRST_MONTH, DemoFund.LAST_MONTH));
        }
    }

    /** A loss filed after the 31 March that follows it would be refused. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -1, Long.MAX_VALUE})
    void no_loss_is_filed_after_the_31_march_that_follows_it(long seed) {
        Set<Loss> losses = DemoFund.of(seed).members().stream()
                .flatMap(member -> member.facts().stream())
                .filter(Loss.class::isInstance)
                .map(Loss.class::cast)
                .collect(Collectors.toSet());
        assertThat(losses)
                .hasSizeGreaterThan(15)
                .allSatisfy(loss -> assertThat(loss.filedIn().minusMonths(3).getYear())
                        .isEqualTo(YearMonth.from(loss.lostOn()).minusMonths(3).getYear()));
    }

    @Test
    void a_name_is_not_printed_with_its_member() {
        DemoMember member = DemoFund.of(1).members().getFirst();
        assertThat(member).hasToString("m000");
    }

    @Test
    void a_folder_with_the_fund_of_another_seed_is_refused(@TempDir Path data) {
        DemoRecord.in(data, 1).done("rates");
        assertThat(DemoRecord.in(data, 1).isDone("rates")).isTrue();
        assertThatThrownBy(() -> DemoRecord.in(data, 2))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("seed 1");
    }

    private static List<List<DemoFact>> facts(long seed) {
        return DemoFund.of(seed).members().stream().map(DemoMember::facts).toList();
    }
}
