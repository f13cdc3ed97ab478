@NullMarked
package jp.nenkin.auth.openapi;

import org.jspecify.annotations.NullMarked;
