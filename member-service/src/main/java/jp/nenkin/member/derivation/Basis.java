package jp.nenkin.member.derivation;

import java.time.LocalDate;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.filing.Receipt;

/** For which establishment something is derived, for which day of base salaries, and as if received when. */
record Basis(Establishment at, LocalDate effectiveFrom, Receipt receipt) {}
