/** The backend of browsers: signs them in, keeps their tokens, relays their calls and gives them the portal's files. */
@NullMarked
package jp.nenkin.auth.edge;

import org.jspecify.annotations.NullMarked;
