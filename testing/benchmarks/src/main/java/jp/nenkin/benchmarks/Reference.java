package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Another way to the rows of a run. */
interface Reference {

    /** The time it takes for all accounts of the run; throws when it leads to other rows. */
    Duration time() throws SQLException, IOException;
}
