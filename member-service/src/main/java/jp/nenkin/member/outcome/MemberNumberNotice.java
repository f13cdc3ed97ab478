package jp.nenkin.member.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who was enrolled is told his number by (加入者番号通知書).
 *
 * @param filing the enrolment in effect
 */
record MemberNumberNotice(
        UUID filing,
        String memberNumber,
        String name,
        @Nullable String nameKana,
        LocalDate birthDate,
        LocalDate acquiredOn,
        String establishmentNumber,
        String establishmentName,
        Instant decidedAt) {}
