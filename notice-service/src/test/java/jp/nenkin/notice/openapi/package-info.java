@NullMarked
package jp.nenkin.notice.openapi;

import org.jspecify.annotations.NullMarked;
