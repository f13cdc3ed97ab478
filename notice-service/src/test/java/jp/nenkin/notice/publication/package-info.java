@NullMarked
package jp.nenkin.notice.publication;

import org.jspecify.annotations.NullMarked;
