package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** The filing 基準給与変更届: a member's base salary is another from 1 April or 1 October on. */
public record BaseSalaryChange(
        EstablishmentNumber establishment, MemberNumber memberNumber, LocalDate effectiveFrom, FiledBases bases)
        implements Correctable {
    @Override
    public FiledType type() {
        return FiledType.BASE_SALARY_CHANGE;
    }
}
