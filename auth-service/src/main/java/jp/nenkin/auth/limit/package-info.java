/** How often something may be tried, counted before it is. */
@NullMarked
package jp.nenkin.auth.limit;

import org.jspecify.annotations.NullMarked;
