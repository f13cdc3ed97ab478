/** A small pension fund with its history, loaded through the services' public operations. */
@NullMarked
package jp.nenkin.local.demo;

import org.jspecify.annotations.NullMarked;
