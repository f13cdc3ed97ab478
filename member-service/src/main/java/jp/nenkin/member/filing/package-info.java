/** What employers file, corrections and cancellations too: the rules, and the facts and events that follow. */
@NullMarked
package jp.nenkin.member.filing;

import org.jspecify.annotations.NullMarked;
