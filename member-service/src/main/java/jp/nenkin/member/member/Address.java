package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a member lives, as filed.
 *
 * @param postcode 7 digits
 */
public record Address(@Nullable String postcode, @Nullable String address, LocalDate changedOn, UUID filing) {}
