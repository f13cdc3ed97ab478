/** Who may file for an establishment: consultants to whom it has delegated. */
@NullMarked
package jp.nenkin.member.filer;

import org.jspecify.annotations.NullMarked;
