/** The days that count: when the fund is closed, when filings are due, and what counts for a year's notice. */
@NullMarked
package jp.nenkin.member.calendar;

import org.jspecify.annotations.NullMarked;
