/** お知らせBOX: the messages that lie in a member's inbox. */
@NullMarked
package jp.nenkin.notice.inbox;

import org.jspecify.annotations.NullMarked;
