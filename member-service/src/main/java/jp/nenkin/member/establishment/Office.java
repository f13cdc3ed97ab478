package jp.nenkin.member.establishment;

import jp.nenkin.member.name.NameKey;

/**
 * The pension service's symbol of an establishment (事業所整理記号), by which its layouts name it.
 *
 * @param prefecture two digits of the pension service's own list: Tokyo is 21
 * @param municipality two letters or digits at most (郡市区符号)
 * @param symbol one to four letters, kana of either width
 */
public record Office(String prefecture, String municipality, String symbol) {
    public static final String PREFECTURE = "^[0-9]{2}$";
    public static final String MUNICIPALITY = "^[^\\p{Z}\\p{C}]{1,2}$";
    public static final String SYMBOL = "^[^\\p{Z}\\p{C}]{1,8}$";

    public Office {
        if (!prefecture.matches(PREFECTURE) || !municipality.matches(MUNICIPALITY) || !symbol.matches(SYMBOL)) {
            throw new IllegalArgumentException("Not a symbol of an establishment");
        }
    }

    /** Whether a file that writes the symbol like this means the same one: ｹｲﾄ is ケイト. */
    public boolean is(String filedPrefecture, String filedMunicipality, String filedSymbol) {
        return prefecture.equals(filedPrefecture)
                && NameKey.of(municipality).equals(NameKey.of(filedMunicipality))
                && NameKey.of(symbol).equals(NameKey.of(filedSymbol));
    }
}
