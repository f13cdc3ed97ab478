@NullMarked
package jp.nenkin.auth.registration;

import org.jspecify.annotations.NullMarked;
