/** The files that employers' payroll products write, read row by row into filings or into every error of a row. */
@NullMarked
package jp.nenkin.member.file;

import org.jspecify.annotations.NullMarked;
