@NullMarked
package jp.nenkin.notice.mail;

import org.jspecify.annotations.NullMarked;
