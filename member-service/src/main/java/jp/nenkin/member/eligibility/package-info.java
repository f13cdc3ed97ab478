/** Who may become a member for long enough, and from when until when: pure rules of dates and months. */
@NullMarked
package jp.nenkin.member.eligibility;

import org.jspecify.annotations.NullMarked;
