package jp.nenkin.notice.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.nenkin.events.StatementPrepared;

/** The statements of the fund's members, as far as the caller may see them; within the caller's transaction. */
@ApplicationScoped
public class Statements {
    private final StatementTable statements;
    private final StatementRunTable runs;

    Statements(StatementTable statements, StatementRunTable runs) {
        this.statements = statements;
        this.runs = runs;
    }

    public Optional<StatementPrepared> find(int fiscalYear, String memberNumber) {
        return statements.find(fiscalYear, memberNumber);
    }

    /** Whether every statement of the year has arrived: all partitions have brought the end of its run. */
    public boolean areComplete(int fiscalYear) {
        return runs.isComplete(fiscalYear);
    }
}
