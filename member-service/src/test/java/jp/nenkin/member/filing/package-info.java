@NullMarked
package jp.nenkin.member.filing;

import org.jspecify.annotations.NullMarked;
