package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;

/** Who a member is, and the filing that said so. */
public record Profile(String name, LocalDate birthDate, UUID filing) {}
