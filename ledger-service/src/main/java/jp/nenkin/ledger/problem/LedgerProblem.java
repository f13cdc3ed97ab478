package jp.nenkin.ledger.problem;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** The refusals of the ledger. */
public enum LedgerProblem implements ProblemCode {
    RATE_ALREADY_APPROVED(
            409,
            new Text("利率は承認済みです", "Rate already approved"),
            new Text("{fiscalYear} 年度の利息付与率は承認済みです。", "The rate of fiscal year {fiscalYear} is approved already.")),
    RATE_OUT_OF_RANGE(
            422,
            new Text("利率が範囲外です", "Rate out of range"),
            new Text("利息付与率は 0.0 から 5.0 までです。", "A rate is between 0.0 and 5.0 percent.")),
    SAME_OFFICER(
            409,
            new Text("承認者が提案者と同じです", "Approved by the proposer"),
            new Text("提案した人以外の職員が承認してください。", "An officer other than the proposer approves.")),
    MONTH_NOT_CLOSED(
            409,
            new Text("月次締めが済んでいません", "Month not closed"),
            new Text(
                    "{month} の月次締めがまだ届いていません。締めてから、または少し待ってから実行してください。",
                    "{month} is not closed, or the news has not come yet. Close it, or try again shortly.")),
    EARLIER_PERIOD_NOT_RUN(
            409,
            new Text("前の期間が未処理です", "An earlier period comes first"),
            new Text("先に {kind} {period} を実行してください。", "Run {kind} {period} first.")),
    PERIOD_ALREADY_PASSED(
            409,
            new Text("期間は過ぎています", "Period already passed"),
            new Text("{period} より後の {last} まで実行済みです。", "Runs have come to {last}, which is after {period}.")),
    PERIOD_NOT_OVER(
            409,
            new Text("期間が終わっていません", "Period not over"),
            new Text("{period} はまだ終わっていません。", "{period} is not over yet.")),
    PERIOD_MALFORMED(
            400,
            new Text("期間の形式が違います", "Malformed period"),
            new Text(
                    "掛金は 2024-04 の形、利息は 2024 の形で指定してください。",
                    "A period is a month such as 2024-04 for contributions and a year such as 2024 for interest.")),
    RATE_NOT_APPROVED(
            409,
            new Text("利率が承認されていません", "No approved rate"),
            new Text("{fiscalYear} 年度の利息付与率を承認してください。", "Approve a rate for fiscal year {fiscalYear} first.")),
    RUN_IN_PROGRESS(
            409,
            new Text("別の処理を実行中です", "Another run is in progress"),
            new Text("終わってからもう一度実行してください。", "Try again when it has ended.")),
    MEMBER_NOT_YET_KNOWN(
            409,
            new Text("加入者がまだ届いていません", "Member not yet known"),
            new Text(
                    "加入者 {memberNumber} の引継ぎがまだ届いていません。しばらくしてからもう一度送ってください。",
                    "The take-over of member {memberNumber} has not arrived yet. Try again shortly.")),
    BALANCE_REFUSED(
            422,
            new Text("引継ぎ残高を受け付けられません", "Balance refused"),
            new Text("{account}: {reason}", "{account}: {reason}")),
    BALANCE_DUPLICATED(
            422,
            new Text("同じ口座が 2 回あります", "Account given twice"),
            new Text("{account} が 2 回以上あります。", "{account} appears more than once.")),
    CREDITED_ON_NOT_31_MARCH(
            422,
            new Text("付与日は 3 月 31 日です", "Not a 31 March"),
            new Text("引継ぎ残高の付与日は 3 月 31 日です。", "A balance is taken over as of a 31 March.")),
    CONTROL_TOTALS_DIFFER(
            422,
            new Text("合計が一致しません", "Control totals differ"),
            new Text(
                    "申告: {stated}、実際: {actual}。何も取り込んでいません。",
                    "Stated {stated}, found {actual}. Nothing was taken over.")),
    CUT_OFF_NOT_PASSED(
            409,
            new Text("締切日を過ぎていません", "Cut-off not passed"),
            new Text("締切日 {lastDay} の翌日以降に実行してください。", "Run it on a day after the cut-off of {lastDay}.")),
    CUT_OFFS_AMBIGUOUS(
            422,
            new Text("締切の指定が正しくありません", "Cut-offs ambiguous"),
            new Text(
                    "締切は届出の種類と経路ごとに 1 つ、年度末以降の日で指定してください。",
                    "Give one cut-off for each filing type and channel, not before the end of the fiscal year."));

    private final int status;
    private final Text title;
    private final Text detail;

    LedgerProblem(int status, Text title, Text detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Text detail() {
        return detail;
    }
}
