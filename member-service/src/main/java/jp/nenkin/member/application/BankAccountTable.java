package jp.nenkin.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;
import jp.nenkin.member.member.MemberNumber;

/** Members' bank accounts, each kept for ever; the one that none has replaced holds. */
@ApplicationScoped
class BankAccountTable {
    private static final String CURRENT = """
            SELECT * FROM bank_account b
             WHERE b.member_number = ? AND NOT EXISTS (SELECT FROM bank_account n WHERE n.replaces = b.application)
            """;
    private static final String KEEP = """
            INSERT INTO bank_account (application, member_number, bank_code, branch_code, kind, number, holder,
                                      replaces)
            VALUES (?, ?, ?, ?, ?, ?, ?, (
                SELECT b.application FROM bank_account b
                 WHERE b.member_number = ?
                   AND NOT EXISTS (SELECT FROM bank_account n WHERE n.replaces = b.application)))
            """;

    private final Database database;

    BankAccountTable(Database database) {
        this.database = database;
    }

    Optional<BankAccount> current(MemberNumber member) {
        return database.first(CURRENT, statement -> statement.setString(1, member.value()), BankAccountTable::account);
    }

    /** The account holds from now on; the member's turn is taken. */
    void keep(UUID application, MemberNumber member, BankAccount account) {
        int _ = database.update(KEEP, statement -> {
            statement.setObject(1, application);
            statement.setString(2, member.value());
            statement.setString(3, account.bankCode());
            statement.setString(4, account.branchCode());
            statement.setString(5, account.kind().name());
            statement.setString(6, account.number());
            statement.setString(7, account.holder().value());
            statement.setString(8, member.value());
        });
    }

    static BankAccount account(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getString("bank_code"),
                row.getString("branch_code"),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("number"),
                new ZenginName(row.getString("holder")));
    }
}
