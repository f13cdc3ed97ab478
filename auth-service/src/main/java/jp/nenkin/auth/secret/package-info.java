/** What opens something: drawn at random, kept as a hash, or encrypted where it must be read again. */
@NullMarked
package jp.nenkin.auth.secret;

import org.jspecify.annotations.NullMarked;
