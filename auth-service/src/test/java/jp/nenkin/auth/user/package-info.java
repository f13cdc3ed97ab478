@NullMarked
package jp.nenkin.auth.user;

import org.jspecify.annotations.NullMarked;
