package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.events.FilingChannel;

/** How and when the fund received a filing; due dates and cut-offs are judged by it, not by the time of entry. */
record Receipt(FilingChannel channel, LocalDate receivedOn) {}
