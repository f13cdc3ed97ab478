package jp.nenkin.benchmarks;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.ats.jta.TransactionManager;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Transactions of the system as the service has them: JTA, its pool, its role. */
final class BenchTransactions implements Executor, AutoCloseable {
    private final AgroalDataSource pool;
    private final jakarta.transaction.TransactionManager transactions = TransactionManager.transactionManager();

    BenchTransactions(String jdbcUrl, String user, String password) throws SQLException {
        this.pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(20)
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                transactions, new TransactionSynchronizationRegistryImple()))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(password)))));
    }

    /** The connection of the current transaction. */
    DataSource source() {
        return pool;
    }

    @Override
    public void execute(Runnable work) {
        try {
            transactions.begin();
            try {
                tellRole();
                work.run();
            } catch (RuntimeException | SQLException fault) {
                transactions.rollback();
                throw fault;
            }
            transactions.commit();
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void tellRole() throws SQLException {
        String sql = """
                select set_config('app.role', 'system', true), set_config('app.caller', 'system', true),
                       set_config('app.establishment', '', true), set_config('app.member', '', true)
                """;
        try (Connection connection = pool.getConnection();
                PreparedStatement set = connection.prepareStatement(sql)) {
            set.execute();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
