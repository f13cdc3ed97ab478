package jp.nenkin.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** What is stored is read as it was written. */
class AccountCodecTest {

    @Test
    void every_event_is_read_as_it_was_written() {
        Given frozen = Given.account(Plan.FIRST)
                .booksThrough("2023-03", 2022)
                .when(Given.enrol("2023-04-01", 300_000))
                .runMonths("2023-04", "2024-03")
                .runYear(2023)
                .when(Given.baseSalary("2024-04-01", 320_000))
                .runMonths("2024-04", "2024-11")
                .when(Given.loss("2024-10-16"))
                .when(Given.enrol("2025-02-10", 300_000));
        Given x = Given.exampleX();

        for (Given given : List.of(frozen, x)) {
            for (AccountEvent event : given.events) {
                jp.nenkin.events.AccountEvent published = AccountEventCodec.published(event);
                String type = EventType.of(published).writtenName();
                assertThat(AccountEventCodec.read(type, AccountEventCodec.bytes(published)))
                        .isEqualTo(event);
                assertThat(AccountEventCodec.stored(event).type().writtenName()).isEqualTo(type);
                assertThat(AccountEventCodec.stored(event).payload()).isEqualTo(AccountEventCodec.bytes(published));
            }
        }
    }

    @Test
    void every_state_is_read_as_it_was_written() {
        Given given = Given.account(Plan.FIRST).booksThrough("2024-03", 2023);
        for (AccountCommand command : List.of(
                Given.takeOver("2015-04-01", 300_000),
                new AccountCommand.TakeOverBalance(LocalDate.of(2024, 3, 31), new Yen(100_000)),
                Given.baseSalary("2024-10-01", 320_000),
                Given.loss("2024-10-16"),
                Given.enrol("2024-10-20", 300_000))) {
            given.when(command);
            assertThat(AccountStateCodec.read(given.state.account(), AccountStateCodec.bytes(given.state)))
                    .isEqualTo(given.state);
        }
    }

    @Test
    void bytes_of_another_form_are_corruption() {
        Given x = Given.exampleX();
        byte[] bytes = AccountStateCodec.bytes(x.state);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        byte[] otherFormat = bytes.clone();
        otherFormat[0] = 9;

        for (byte[] broken : new byte[][] {cut, longer, otherFormat}) {
            assertThatThrownBy(() -> AccountStateCodec.read(x.state.account(), broken))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
