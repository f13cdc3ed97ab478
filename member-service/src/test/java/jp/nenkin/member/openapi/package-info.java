@NullMarked
package jp.nenkin.member.openapi;

import org.jspecify.annotations.NullMarked;
