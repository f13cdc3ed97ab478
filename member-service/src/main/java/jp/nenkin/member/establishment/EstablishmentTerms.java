package jp.nenkin.member.establishment;

/** What an establishment offers its members. */
record EstablishmentTerms(boolean offersFirst, SecondPlan second) {}
