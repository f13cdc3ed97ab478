package jp.nenkin.member.upload;

import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.ConsultantCode;

/** For whom a file is sent. */
sealed interface Whose {
    /** For one establishment: by itself, an officer or its consultant. */
    record OneEstablishment(EstablishmentNumber number) implements Whose {}

    /** For several that have delegated to the consultant who sends it; each row names one of them. */
    record Delegating(ConsultantCode consultant) implements Whose {}
}
