/** Tables for spreadsheets. */
@NullMarked
package jp.nenkin.member.csv;

import org.jspecify.annotations.NullMarked;
