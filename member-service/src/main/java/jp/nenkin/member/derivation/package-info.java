/** Filings derived from what an employer has sent already: proposed, shown, and filed once the clerk confirms. */
@NullMarked
package jp.nenkin.member.derivation;

import org.jspecify.annotations.NullMarked;
