/** What employers are reminded of: members who come to the age limit, and filings that are due. */
@NullMarked
package jp.nenkin.member.reminder;

import org.jspecify.annotations.NullMarked;
