/** Servers, services and the whole system started, stopped and disturbed as processes; its module is on no one's way. */
@NullMarked
package jp.nenkin.local;

import org.jspecify.annotations.NullMarked;
