@NullMarked
package jp.nenkin.member.derivation;

import org.jspecify.annotations.NullMarked;
