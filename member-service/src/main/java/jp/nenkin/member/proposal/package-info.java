/** Birth dates that employers are asked to look at, since whoever registers with the member's number says another. */
@NullMarked
package jp.nenkin.member.proposal;

import org.jspecify.annotations.NullMarked;
