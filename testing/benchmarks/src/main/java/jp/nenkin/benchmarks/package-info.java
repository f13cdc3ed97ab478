/** Ratios of the real pieces to references, measured in one run. */
@NullMarked
package jp.nenkin.benchmarks;

import org.jspecify.annotations.NullMarked;
