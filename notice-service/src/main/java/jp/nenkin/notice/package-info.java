/** What members and employers are told, and how it reaches them; comes next, and is empty until then. */
@NullMarked
package jp.nenkin.notice;

import org.jspecify.annotations.NullMarked;
