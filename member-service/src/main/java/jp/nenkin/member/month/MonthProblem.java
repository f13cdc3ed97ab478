package jp.nenkin.member.month;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a month is not closed. */
enum MonthProblem implements ProblemCode {
    MONTH_NOT_BEGUN(
            422,
            new Text("まだ始まっていない月です", "Month not begun"),
            new Text("{month} は現在の月 {current} より後です。", "{month} is after the current month, {current}.")),
    MONTH_OUT_OF_ORDER(
            409,
            new Text("月の順序が違います", "Month out of order"),
            new Text("次に締める月は {next} です。{month} は締められません。", "The next month to close is {next}, not {month}."));

    private final Said said;

    MonthProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
