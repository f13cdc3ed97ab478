/** Servers, services and the whole system as processes: started, stopped and disturbed. */
@NullMarked
package jp.nenkin.local;

import org.jspecify.annotations.NullMarked;
