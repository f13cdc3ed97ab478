@NullMarked
package jp.nenkin.auth;

import org.jspecify.annotations.NullMarked;
