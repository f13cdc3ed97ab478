@NullMarked
package jp.nenkin.member.establishment;

import org.jspecify.annotations.NullMarked;
