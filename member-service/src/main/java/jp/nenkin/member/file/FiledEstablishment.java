package jp.nenkin.member.file;

import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/** The establishment as a row names it. */
public sealed interface FiledEstablishment {

    /** By our number: our own CSV. */
    record Numbered(EstablishmentNumber number) implements FiledEstablishment {}

    /**
     * By the pension service's symbol (事業所整理記号): SHFD0006.
     *
     * @param prefecture two digits of the pension service's own list: Tokyo is 21
     * @param municipality two letters or digits (郡市区符号)
     * @param symbol one to four letters, as filed
     * @param number of the establishment, where the form has one
     */
    record Symbol(
            String prefecture,
            String municipality,
            String symbol,
            @Nullable String number) implements FiledEstablishment {}

    /**
     * By the fund's own numbers: KNFD0006.
     *
     * @param fund four digits
     * @param number of the establishment in the fund, one to seven digits as filed
     * @param symbol of the pension service, where the line has one
     */
    record OfFund(String fund, String number, @Nullable Symbol symbol) implements FiledEstablishment {}
}
