/**
 * The whole system on one machine with nothing installed: servers as child processes, then the service jars.
 *
 * <p>Each server stands alone: {@code PostgresServer.start(folder, port, …)}, ask for its url, {@code close()}.
 */
@NullMarked
package jp.nenkin.local;

import org.jspecify.annotations.NullMarked;
