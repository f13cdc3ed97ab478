package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * The filing 氏名変更届: a member has another name.
 *
 * @param kana or name: one of them at least
 */
record NameChange(
        EstablishmentNumber establishment,
        MemberNumber memberNumber,
        @Nullable String name,
        @Nullable String kana,
        LocalDate changedOn)
        implements Correctable {
    @Override
    public FiledType type() {
        return FiledType.NAME_CHANGE;
    }
}
