/** Officers and the people of employers and consultants: who they are, what they may, and when that ends. */
@NullMarked
package jp.nenkin.auth.user;

import org.jspecify.annotations.NullMarked;
