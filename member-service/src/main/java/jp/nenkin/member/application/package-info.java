/** What members apply for themselves: another address, another account for benefits, another name. */
@NullMarked
package jp.nenkin.member.application;

import org.jspecify.annotations.NullMarked;
