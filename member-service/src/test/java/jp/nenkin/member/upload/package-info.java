@NullMarked
package jp.nenkin.member.upload;

import org.jspecify.annotations.NullMarked;
