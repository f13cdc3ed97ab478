/** The pure rules of contributions: what a month brings and the day it is posted. */
@NullMarked
package jp.nenkin.ledger.contribution;

import org.jspecify.annotations.NullMarked;
