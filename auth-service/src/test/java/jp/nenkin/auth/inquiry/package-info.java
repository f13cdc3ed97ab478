@NullMarked
package jp.nenkin.auth.inquiry;

import org.jspecify.annotations.NullMarked;
