@NullMarked
package jp.nenkin.member.plan;

import org.jspecify.annotations.NullMarked;
