package jp.nenkin.ledger.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.membership.MemberFact.Balance;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** Facts are read as they were written, and older forms as what they meant. */
class MemberFactCodecTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final LocalDate DAY = LocalDate.of(2025, 8, 20);

    @Test
    void every_fact_of_the_ledgers_own_is_read_as_it_was_written() {
        Filing filing = new Filing(ID, FilingType.DEFERRAL, FilingChannel.PAPER, DAY);
        AccountId account = new AccountId(new MemberNumber(1234), Plan.FIRST, 0);
        for (MemberFact fact : List.of(
                new Balance(account, DAY, new Yen(100_000)),
                new Deferral(null, filing),
                new Deferral(DAY, filing),
                new DeferralEnd(DAY, filing),
                new DeferralCancelled(ID, filing),
                new Payment(ID, DAY, 1, Set.of(Plan.FIRST, Plan.SECOND)),
                new Recovery(ID, DAY, 1, Plan.SECOND, new Yen(300)))) {
            assertThat(MemberFactCodec.read(MemberFactCodec.type(fact), MemberFactCodec.bytes(fact)))
                    .isEqualTo(fact);
        }
    }

    @Test
    void a_payment_written_before_accounts_could_begin_again_is_of_the_first_life() {
        byte[] stored = "{\"paymentId\":\"%s\",\"paidOn\":\"2025-08-20\",\"plans\":[\"FIRST\"]}"
                .formatted(ID)
                .getBytes(UTF_8);

        assertThat(MemberFactCodec.read("fact.Payment.v1", stored))
                .isEqualTo(new Payment(ID, DAY, 0, Set.of(Plan.FIRST)));
        assertThat(MemberFactCodec.type(new Payment(ID, DAY, 0, Set.of(Plan.FIRST))))
                .isEqualTo("fact.Payment.v2");
    }

    @Test
    void what_is_no_fact_or_not_of_its_type_is_corruption() {
        assertThatThrownBy(() -> MemberFactCodec.read("fact.Unknown.v1", new byte[0]))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> MemberFactCodec.read("fact.Payment.v2", "[]".getBytes(UTF_8)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
