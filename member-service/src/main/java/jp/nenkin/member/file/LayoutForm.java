package jp.nenkin.member.file;

import java.util.Optional;
import java.util.stream.Stream;

/** The forms of the pension service that the fund takes. */
enum LayoutForm {
    /** 資格取得届. */
    ACQUISITION("2200700"),
    /** 資格喪失届. */
    LOSS("2201700"),
    /** 算定基礎届. */
    BASE_CALCULATION("2225700"),
    /** 月額変更届. */
    MONTHLY_CHANGE("2221700");

    private final String code;

    LayoutForm(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<LayoutForm> of(String code) {
        return Stream.of(values()).filter(form -> form.code.equals(code)).findFirst();
    }
}
