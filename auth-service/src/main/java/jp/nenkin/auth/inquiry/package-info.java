/** Birth dates that may be wrong in the records: the employer is asked to look, and who asked is told. */
@NullMarked
package jp.nenkin.auth.inquiry;

import org.jspecify.annotations.NullMarked;
