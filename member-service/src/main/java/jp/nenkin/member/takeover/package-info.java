/** Members brought in from a former system. */
@NullMarked
package jp.nenkin.member.takeover;

import org.jspecify.annotations.NullMarked;
