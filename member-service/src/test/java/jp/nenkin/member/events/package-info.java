@NullMarked
package jp.nenkin.member.events;

import org.jspecify.annotations.NullMarked;
