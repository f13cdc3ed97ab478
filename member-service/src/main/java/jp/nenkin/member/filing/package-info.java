/** What employers file: enrolment, change of base salary, loss; the rules, and the facts and events that follow. */
@NullMarked
package jp.nenkin.member.filing;

import org.jspecify.annotations.NullMarked;
