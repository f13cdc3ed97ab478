@NullMarked
package jp.nenkin.member.month;

import org.jspecify.annotations.NullMarked;
