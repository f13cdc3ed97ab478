package jp.nenkin.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;

/** Rows as the journal is given them, of events it need not know. */
public final class Rows {
    public static final Instant NOW = Instant.parse("2024-05-01T00:00:00.123456Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    public static final LocalDate DAY = LocalDate.of(2024, 5, 1);
    public static final String POSTED = "jp.nenkin.ledger.ContributionPosted.v1";

    private Rows() {}

    public static StreamId account(long member) {
        return StreamId.of(new AccountId(new MemberNumber(member), Plan.FIRST, 0));
    }

    public static NewRow opening(StreamId stream, long amount) {
        return row(stream, 1, amount, amount, Standing.OPENS);
    }

    public static NewRow after(NewestRow newest, long amount) {
        return after(newest, amount, Standing.GOES_ON);
    }

    public static NewRow after(NewestRow newest, long amount, Standing standing) {
        long balance = newest.balance().amount() + amount;
        return row(newest.stream(), newest.version() + 1, amount, balance, standing);
    }

    private static NewRow row(StreamId stream, int version, long amount, long balance, Standing standing) {
        byte[] payload = ("{\"balance\":" + balance + "}").getBytes(UTF_8);
        byte[] state = ("state of " + balance).getBytes(UTF_8);
        return new NewRow(stream, version, POSTED, DAY, new Yen(amount), new Yen(balance), payload, state, standing);
    }
}
