@NullMarked
package jp.nenkin.member.outbox;

import org.jspecify.annotations.NullMarked;
