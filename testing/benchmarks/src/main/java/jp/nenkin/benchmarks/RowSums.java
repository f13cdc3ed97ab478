package jp.nenkin.benchmarks;

import java.sql.SQLException;

/**
 * What the rows of the first members add up to, every column of them: equal only for equal rows.
 *
 * @param text for people to read, too
 */
record RowSums(int members, String text) {

    /** Of a table's rows. */
    static RowSums of(BenchDatabase database, String table, int members) throws SQLException {
        return new RowSums(members, database.value("""
                select count(*) || ' rows, amounts ' || sum(amount) || ', balances ' || sum(balance)
                    || ', all columns ' || sum(hash_record_extended(row_values, 0)::numeric)
                from (select %s from %s where stream < %d) as row_values
                """.formatted(RowsFile.COLUMNS, table, (members + 1L) * 10_000)));
    }

    /** Throws when a table's rows are others. */
    void require(BenchDatabase database, String table) throws SQLException {
        RowSums found = of(database, table, members);
        if (!found.equals(this)) {
            throw new IllegalStateException("results differ: " + found.text + " instead of " + text);
        }
    }
}
