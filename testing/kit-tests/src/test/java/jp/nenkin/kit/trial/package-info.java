/** A small application on the kit, using what services use and nothing else. */
@NullMarked
package jp.nenkin.kit.trial;

import org.jspecify.annotations.NullMarked;
