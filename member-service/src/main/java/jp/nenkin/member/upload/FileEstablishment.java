package jp.nenkin.member.upload;

import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.Office;
import jp.nenkin.member.file.FiledEstablishment;

/** Whether the establishment that a row names is the one that the file is for. */
final class FileEstablishment {
    private static final int DIGITS = 7;

    private FileEstablishment() {}

    static boolean is(FiledEstablishment filed, Establishment establishment) {
        return switch (filed) {
            case FiledEstablishment.Numbered numbered -> numbered.number().equals(establishment.number());
            case FiledEstablishment.Symbol symbol -> is(symbol, establishment);
            case FiledEstablishment.OfFund ofFund ->
                ("0".repeat(DIGITS - ofFund.number().length()) + ofFund.number())
                        .equals(establishment.number().value());
        };
    }

    private static boolean is(FiledEstablishment.Symbol filed, Establishment establishment) {
        Office office = establishment.office();
        return office != null && office.is(filed.prefecture(), filed.municipality(), filed.symbol());
    }
}
