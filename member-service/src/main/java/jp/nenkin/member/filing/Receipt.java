package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.events.FilingChannel;

/**
 * How and when the fund received a filing.
 *
 * @param receivedOn what due dates and cut-offs are judged by
 * @param enteredOn the Clock's day
 */
public record Receipt(FilingChannel channel, LocalDate receivedOn, LocalDate enteredOn) {}
