/** The fund's parameters as data with the day from which each holds, and the calendar rules that need them. */
@NullMarked
package jp.nenkin.member.plan;

import org.jspecify.annotations.NullMarked;
