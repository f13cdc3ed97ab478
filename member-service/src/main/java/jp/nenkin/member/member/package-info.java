/** Members: the facts of who they are, when they were members, where and with which base salary. */
@NullMarked
package jp.nenkin.member.member;

import org.jspecify.annotations.NullMarked;
