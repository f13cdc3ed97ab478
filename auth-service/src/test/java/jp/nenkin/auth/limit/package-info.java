@NullMarked
package jp.nenkin.auth.limit;

import org.jspecify.annotations.NullMarked;
