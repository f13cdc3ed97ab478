package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a name comes from.
 *
 * @param filing that said it
 * @param since the day from which it is the person's; none where that was not kept
 */
public record Naming(UUID filing, @Nullable LocalDate since) {}
