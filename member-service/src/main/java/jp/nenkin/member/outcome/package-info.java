/** What became of what was filed: the list of filings, decision notices, member number notices. */
@NullMarked
package jp.nenkin.member.outcome;

import org.jspecify.annotations.NullMarked;
