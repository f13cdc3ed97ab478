@NullMarked
package jp.nenkin.auth.recovery;

import org.jspecify.annotations.NullMarked;
