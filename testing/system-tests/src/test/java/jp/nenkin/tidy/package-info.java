/** Reads the sources of all modules and fails on what docs/STYLE.md forbids and a machine can see. */
@NullMarked
package jp.nenkin.tidy;

import org.jspecify.annotations.NullMarked;
