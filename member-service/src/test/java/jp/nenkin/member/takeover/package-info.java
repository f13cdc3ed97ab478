@NullMarked
package jp.nenkin.member.takeover;

import org.jspecify.annotations.NullMarked;
