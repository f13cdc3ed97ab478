package jp.nenkin.ledger.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A waiver covers an excess as it stood: it shrinks with it, and what is too much anew is open. */
class ExcessTest {
    @ParameterizedTest(name = "{0} too much, {1} waived")
    @CsvSource({"1_400, 0, 1_400", "1_400, 500, 900", "1_400, 1_400, 0", "1_000, 1_400, 0", "2_000, 1_400, 600"})
    void what_is_not_waived_is_open(String amount, String waived, String open) {
        assertThat(excess(yen(amount), yen(waived)).open()).isEqualTo(yen(open));
    }

    private static Excess excess(long amount, long waived) {
        AccountId account = AccountId.ordinary(new MemberNumber(1234), Plan.FIRST, 0);
        return new Excess(StreamId.of(account), amount, waived, Instant.EPOCH, "event");
    }

    private static long yen(String amount) {
        return Long.parseLong(amount.replace("_", ""));
    }
}
