@NullMarked
package jp.nenkin.mail;

import org.jspecify.annotations.NullMarked;
