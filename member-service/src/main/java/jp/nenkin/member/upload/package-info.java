/** Files of employers over HTTP: received, checked, approved, and their rows filed one by one. */
@NullMarked
package jp.nenkin.member.upload;

import org.jspecify.annotations.NullMarked;
