/** Employer sites and the plans that they offer. */
@NullMarked
package jp.nenkin.member.establishment;

import org.jspecify.annotations.NullMarked;
