/** The whole system, started as a user starts it and asked from outside: over HTTP and from its topics. */
@NullMarked
package jp.nenkin.system;

import org.jspecify.annotations.NullMarked;
