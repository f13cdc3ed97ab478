package jp.nenkin.ledger.account;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The base salaries of an account, each a snapshot that holds from its month until the next; oldest first. */
public record BaseSalaries(List<BaseSalary> entries) {
    static final BaseSalaries NONE = new BaseSalaries(List.of());

    public BaseSalaries {
        entries = List.copyOf(entries);
    }

    /** The base salary that holds in a month; empty for a transferred asset, or before the first. */
    public Optional<BaseSalary> of(YearMonth month) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).effectiveFrom().isAfter(month)) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether one holds from a month on. */
    public boolean begins(YearMonth month) {
        return entries.stream().anyMatch(entry -> entry.effectiveFrom().equals(month));
    }

    /** With one more; one that is effective from the same month takes the other's place. */
    public BaseSalaries with(BaseSalary salary) {
        Stream<BaseSalary> others =
                entries.stream().filter(entry -> !entry.effectiveFrom().equals(salary.effectiveFrom()));
        return new BaseSalaries(Stream.concat(others, Stream.of(salary))
                .sorted(Comparator.comparing(BaseSalary::effectiveFrom))
                .toList());
    }

    /** Without those that no month from this one on is computed with. */
    public BaseSalaries since(YearMonth month) {
        int first = 0;
        while (first + 1 < entries.size()
                && !entries.get(first + 1).effectiveFrom().isAfter(month)) {
            first++;
        }
        return new BaseSalaries(entries.subList(first, entries.size()));
    }
}
