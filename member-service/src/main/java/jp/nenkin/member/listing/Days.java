package jp.nenkin.member.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From a day until a day, both included; open where one is null. */
record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}
