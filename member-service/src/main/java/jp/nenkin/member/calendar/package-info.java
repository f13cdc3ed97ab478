/** The days that count: on which the fund is closed, until when filings are due, and what counts for a year's notice. */
@NullMarked
package jp.nenkin.member.calendar;

import org.jspecify.annotations.NullMarked;
