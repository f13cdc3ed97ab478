/** The events that wait to be sent, written in the transaction of the facts they tell of. */
@NullMarked
package jp.nenkin.member.outbox;

import org.jspecify.annotations.NullMarked;
