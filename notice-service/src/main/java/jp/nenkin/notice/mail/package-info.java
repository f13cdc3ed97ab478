/** Mail that says that a message waits, and nothing of what is in it. */
@NullMarked
package jp.nenkin.notice.mail;

import org.jspecify.annotations.NullMarked;
