/** Names of people as they are matched and as older character sets can write them; stored names stay as filed. */
@NullMarked
package jp.nenkin.member.name;

import org.jspecify.annotations.NullMarked;
