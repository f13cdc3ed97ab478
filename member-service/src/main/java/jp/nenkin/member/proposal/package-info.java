/** Birth dates that employers are asked to look at, because somebody who registers with the member's number says another. */
@NullMarked
package jp.nenkin.member.proposal;

import org.jspecify.annotations.NullMarked;
