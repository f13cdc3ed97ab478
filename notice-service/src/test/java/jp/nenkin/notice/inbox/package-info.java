@NullMarked
package jp.nenkin.notice.inbox;

import org.jspecify.annotations.NullMarked;
