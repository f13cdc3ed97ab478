@NullMarked
package jp.nenkin.member.filer;

import org.jspecify.annotations.NullMarked;
