package jp.nenkin.member.member;

import org.jspecify.annotations.Nullable;

/** What may be known of a person besides name and birth date. */
public record Particulars(
        @Nullable String nameKana,
        @Nullable Sex sex,
        @Nullable PensionNumber pensionNumber) {
    public static final Particulars NONE = new Particulars(null, null, null);

    /** These, and where one is missing that of the others. */
    public Particulars or(Particulars others) {
        return new Particulars(
                nameKana == null ? others.nameKana : nameKana,
                sex == null ? others.sex : sex,
                pensionNumber == null ? others.pensionNumber : pensionNumber);
    }

    /** The same person by another name. */
    Particulars named(@Nullable String kana) {
        return new Particulars(kana, sex, pensionNumber);
    }
}
