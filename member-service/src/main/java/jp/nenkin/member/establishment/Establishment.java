package jp.nenkin.member.establishment;

/** An employer site and what it offers: the first plan, the second, or both. */
public record Establishment(EstablishmentNumber number, String name, boolean offersFirst, SecondPlan second) {}
