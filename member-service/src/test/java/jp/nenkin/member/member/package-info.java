@NullMarked
package jp.nenkin.member.member;

import org.jspecify.annotations.NullMarked;
