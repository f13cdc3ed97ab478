/** Services of the fund's partners, to which the portal leads. */
@NullMarked
package jp.nenkin.member.partner;

import org.jspecify.annotations.NullMarked;
