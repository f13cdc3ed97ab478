@NullMarked
package jp.nenkin.auth.secret;

import org.jspecify.annotations.NullMarked;
