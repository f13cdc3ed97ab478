@NullMarked
package jp.nenkin.member;

import org.jspecify.annotations.NullMarked;
