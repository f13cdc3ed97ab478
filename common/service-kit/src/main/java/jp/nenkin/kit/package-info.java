/**
 * What every service needs and none of them is about: callers, problems, idempotency, tenant scope, relay and
 * received events.
 */
@NullMarked
package jp.nenkin.kit;

import org.jspecify.annotations.NullMarked;
