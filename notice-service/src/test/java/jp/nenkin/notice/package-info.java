@NullMarked
package jp.nenkin.notice;

import org.jspecify.annotations.NullMarked;
