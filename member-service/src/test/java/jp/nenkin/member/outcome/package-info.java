@NullMarked
package jp.nenkin.member.outcome;

import org.jspecify.annotations.NullMarked;
