/** Mail that waits in a service's table and is handed to the mail server: at least once, under one id. */
@NullMarked
package jp.nenkin.mail;

import org.jspecify.annotations.NullMarked;
