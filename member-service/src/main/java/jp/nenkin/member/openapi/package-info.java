/** What the description of the API says of every operation. */
@NullMarked
package jp.nenkin.member.openapi;

import org.jspecify.annotations.NullMarked;
