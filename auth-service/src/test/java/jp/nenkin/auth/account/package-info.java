@NullMarked
package jp.nenkin.auth.account;

import org.jspecify.annotations.NullMarked;
