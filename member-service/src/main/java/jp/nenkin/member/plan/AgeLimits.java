package jp.nenkin.member.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The ages between which somebody may be a member.
 *
 * @param youngest age that must have been attained on the day of acquisition
 * @param limit age on whose attainment membership is lost
 */
public record AgeLimits(@Nullable LocalDate from, int youngest, int limit) {}
