/** Members' mail addresses: given, confirmed by a link, changed. */
@NullMarked
package jp.nenkin.auth.email;

import org.jspecify.annotations.NullMarked;
