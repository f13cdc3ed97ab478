/** Lists of members: found by name and filters, by pages, and as files for spreadsheets. */
@NullMarked
package jp.nenkin.member.listing;

import org.jspecify.annotations.NullMarked;
