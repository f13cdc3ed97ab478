package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one member's yearly balance notice.
 *
 * @param asOf the 31 March that ends the fiscal year
 * @param rates five years, from three before the fiscal year to one after it
 * @param cutOffs the days up to which filings counted
 * @param filingsLeftOut filings that the ledger knows and that came too late for these figures
 */
public record StatementPrepared(
        String memberNumber,
        int fiscalYear,
        LocalDate asOf,
        List<AccountFigures> accounts,
        List<YearRate> rates,
        List<CutOff> cutOffs,
        List<UUID> filingsLeftOut)
        implements LedgerEvent {

    public StatementPrepared {
        Checks.memberNumber(memberNumber);
        requireNonNull(asOf, "asOf");
        accounts = List.copyOf(accounts);
        rates = List.copyOf(rates);
        cutOffs = List.copyOf(cutOffs);
        filingsLeftOut = List.copyOf(filingsLeftOut);
    }

    @Override
    public String key() {
        return memberNumber;
    }

    /**
     * One account's year, in yen: closing = opening + credited + interest.
     *
     * @param baseSalary yen a month on the day of the statement; a transferred asset has none
     * @param standing what the account is, where its member is none any more; absent for a member's
     */
    public record AccountFigures(
            Plan plan,
            int ordinal,
            long opening,
            long credited,
            long interest,
            long closing,
            @Nullable Long baseSalary,
            @Nullable AccountStanding standing) {

        public AccountFigures {
            requireNonNull(plan, "plan");
            Checks.ordinal(ordinal);
        }
    }

    /**
     * The crediting rate of a fiscal year.
     *
     * @param rate percent a year, absent while none is on record
     */
    public record YearRate(int fiscalYear, @Nullable String rate) {

        public YearRate {
            if (rate != null) {
                Checks.rate(rate);
            }
        }
    }

    /** The last day on which a filing of a type and channel could be received and still count. */
    public record CutOff(FilingType type, FilingChannel channel, LocalDate lastDay) {

        public CutOff {
            requireNonNull(type, "type");
            requireNonNull(channel, "channel");
            requireNonNull(lastDay, "lastDay");
        }
    }
}
