/** The pure rules of interest: crediting rates, months that count, one ceiling per account and crediting date. */
@NullMarked
package jp.nenkin.ledger.interest;

import org.jspecify.annotations.NullMarked;
