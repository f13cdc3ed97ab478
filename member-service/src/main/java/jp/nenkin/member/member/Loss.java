package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.LossCause;

/** The end of a membership; it no longer holds on the day itself. */
public record Loss(LocalDate lostOn, LossCause cause, UUID filing) {}
