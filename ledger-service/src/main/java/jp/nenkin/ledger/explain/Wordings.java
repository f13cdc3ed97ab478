package jp.nenkin.ledger.explain;

import java.time.YearMonth;
import jp.nenkin.ledger.explain.Figures.Wording;

/** The wordings of an explanation. */
final class Wordings {
    /** Source: domain rules, section 3, word by word. */
    static final Wording FORMULA = new Wording(
            "利息 = 1円未満切上げ( A1 × B × C1 ÷ 12 + Σ( A2 × B × C2 ÷ 12 ) )。"
                    + "A1: 直前の利息付与日における仮想個人勘定残高。"
                    + "B: 利息付与率(再評価率)。利息付与日の属する年度のもの。"
                    + "C1: 直前の利息付与日の翌日の属する月から利息付与日の属する月までの月数。"
                    + "A2: 直前の利息付与日の翌日以降、利息付与日までに付与された持分付与額のそれぞれ。"
                    + "C2: A2 の持分付与額が付与された持分付与時の属する月から利息付与日の属する月までの月数。",
            "interest = ceil_1yen( A1 × B × C1/12 + Σ A2i × B × C2i/12 ). "
                    + "A1: balance right after the previous crediting date. "
                    + "C1: months from the month containing the day after the previous crediting date to the month of"
                    + " this one, both included. "
                    + "A2i: each amount whose posting day lies after the previous crediting date and not after this"
                    + " one. "
                    + "C2i: months from its value month to the month of this crediting date, both included. "
                    + "B: rate of the fiscal year that contains the crediting date.");

    static final Wording OPENING = new Wording("前年度末の仮想個人勘定残高", "Balance at last 31 March");
    static final Wording CREDITED = new Wording("当年度持分付与額", "Credited in the year: contributions and transfers");
    static final Wording INTEREST = new Wording("当年度利息付与額", "Interest of the year");
    static final Wording CLOSING = new Wording("当年度末の仮想個人勘定残高(①+②+③)", "Balance at this 31 March: ① + ② + ③");
    static final Wording BASE_SALARY = new Wording("当年度末の基準給与(参考)", "Base salary at 31 March, for reference");

    private Wordings() {}

    /** Why a month is counted for two creditings. */
    static Wording inBothPeriods(YearMonth month) {
        return new Wording(
                month + " は、直前の利息付与日までの期間にも今回の期間にも、文言どおり 1 か月として数えます。",
                month + " counts as a month of the period up to the previous crediting date and of this one, as the"
                        + " wording says.");
    }

    /** Why months are left out. */
    static Wording notCounted(YearMonth first, YearMonth last) {
        return new Wording(
                first + " から " + last + " までは、月末に凍結されていたため数えません。",
                first + " to " + last + " are not counted: the balance was frozen at the months' ends.");
    }

    /** Why months earn at another rate. */
    static Wording capped(YearMonth first, YearMonth last, String rate) {
        return new Wording(
                first + " から " + last + " までは、月末に加入者でないため、上限の " + rate + "% で計算します。",
                first + " to " + last + " earn at the capped rate of " + rate
                        + " %: the person was no member at the months' ends.");
    }
}
