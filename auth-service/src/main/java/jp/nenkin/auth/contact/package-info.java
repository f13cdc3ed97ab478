/** Where members get mail: addresses they gave the fund in writing. */
@NullMarked
package jp.nenkin.auth.contact;

import org.jspecify.annotations.NullMarked;
