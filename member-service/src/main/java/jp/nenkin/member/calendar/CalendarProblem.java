package jp.nenkin.member.calendar;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a closed day or a year's cut-offs are not taken. */
enum CalendarProblem implements ProblemCode {
    DAY_CLOSED_ALREADY(
            409,
            new Text("すでに休業日です", "Closed already"),
            new Text("{day} はすでに休業日です。", "The fund is closed on {day} already.")),
    CUT_OFF_REPEATED(
            422,
            new Text("締切が重複しています", "Cut-off repeated"),
            new Text("{type} の {channel} の締切が二つあります。", "There are two cut-offs for {type} by {channel}.")),
    CUT_OFF_OUTSIDE_YEAR(
            422,
            new Text("締切日を確認してください", "Implausible cut-off"),
            new Text(
                    "締切 {lastDay} は {earliest} から {latest} までの日ではありません。",
                    "{lastDay} is not a day from {earliest} to {latest}."));

    private final Said said;

    CalendarProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
