@NullMarked
package jp.nenkin.notice.document;

import org.jspecify.annotations.NullMarked;
