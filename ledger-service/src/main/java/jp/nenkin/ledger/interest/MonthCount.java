package jp.nenkin.ledger.interest;

import java.time.LocalDate;
import java.time.YearMonth;

/** How the month of a crediting in its middle is counted. Source: domain rules, section 3 (monthCount). */
public enum MonthCount {
    /** As the wording says: in the period that ends in it and in the one that begins there. */
    LITERAL {
        @Override
        public YearMonth firstAfter(LocalDate creditingDate) {
            return YearMonth.from(creditingDate.plusDays(1));
        }
    },
    /** In the period that ends in it only. */
    NO_OVERLAP {
        @Override
        public YearMonth firstAfter(LocalDate creditingDate) {
            return YearMonth.from(creditingDate).plusMonths(1);
        }
    };

    /** The first month that the balance right after a crediting earns for. */
    public abstract YearMonth firstAfter(LocalDate creditingDate);
}
