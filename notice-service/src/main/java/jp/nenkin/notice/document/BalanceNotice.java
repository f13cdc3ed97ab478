package jp.nenkin.notice.document;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import jp.nenkin.events.StatementPrepared;

/**
 * All that one member's balance notice is made of.
 *
 * @param name as the member's letters carry it; any characters
 * @param issuedOn the day that the notice bears
 */
public record BalanceNotice(String memberNumber, String name, LocalDate issuedOn, StatementPrepared statement) {

    public BalanceNotice {
        requireNonNull(memberNumber, "memberNumber");
        requireNonNull(name, "name");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(statement, "statement");
        if (!memberNumber.equals(statement.memberNumber())) {
            throw new IllegalArgumentException(
                    "the statement is of %s, not of %s".formatted(statement.memberNumber(), memberNumber));
        }
    }
}
