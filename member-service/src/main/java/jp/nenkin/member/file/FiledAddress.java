package jp.nenkin.member.file;

import org.jspecify.annotations.Nullable;

/**
 * An address as it was filed, one part at least.
 *
 * @param postcode seven digits
 * @param text in kanji, or in kana where it was filed in kana alone
 */
public record FiledAddress(
        @Nullable String postcode, @Nullable String text) {
    public FiledAddress {
        if (postcode == null && text == null) {
            throw new IllegalArgumentException("An address has a part");
        }
    }
}
