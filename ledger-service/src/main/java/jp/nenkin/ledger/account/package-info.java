/** The virtual account: its events, its states, and the decider that turns a command into events. */
@NullMarked
package jp.nenkin.ledger.account;

import org.jspecify.annotations.NullMarked;
