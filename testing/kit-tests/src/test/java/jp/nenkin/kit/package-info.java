/** What the kit does in a running service, with real servers. */
@NullMarked
package jp.nenkin.kit;

import org.jspecify.annotations.NullMarked;
