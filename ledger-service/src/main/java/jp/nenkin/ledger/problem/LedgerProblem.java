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
            new Text("利息付与率は {floor} から {cap} までです。", "A rate is between {floor} and {cap} percent.")),
    RATE_EVIDENCE_MISSING(
            422,
            new Text("利率の根拠がありません", "Rate without evidence"),
            new Text(
                    "市場の収益率を根拠として示してください。{evidenceFrom} より前に始まる年度に限り、利率と出典だけでも提案できます。",
                    "Give market returns as evidence. Only for fiscal years that begin before {evidenceFrom} are a rate"
                            + " and its source enough.")),
    RATE_EVIDENCE_OF_ANOTHER_YEAR(
            422,
            new Text("根拠の年が違います", "Evidence of another year"),
            new Text(
                    "{calendarYear} 年 1 月から 12 月までの収益率を示してください。",
                    "Give the returns from January to December {calendarYear}.")),
    ASSET_MIX_NOT_WHOLE(
            422,
            new Text("資産構成が正しくありません", "Asset mix not whole"),
            new Text(
                    "資産ごとの構成比を 1 回ずつ、合計 100 で示してください。",
                    "Give each asset class once, with weights that make 100 together.")),
    RATE_DIFFERS_FROM_EVIDENCE(
            422,
            new Text("利率が根拠と一致しません", "Rate differs from its evidence"),
            new Text("申告: {stated}、計算: {computed}。", "Stated {stated}, computed {computed}.")),
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
    RUN_WITHOUT_ROWS(
            422,
            new Text("検証できる処理がありません", "No rows of this run"),
            new Text("この処理の記録はありません。", "No completed run of this id has rows in the journal.")),
    RUN_NOT_COMPLETED(
            409,
            new Text("処理が完了していません", "Run not completed"),
            new Text("完了した処理にだけ合計があります。", "Only a completed run has totals.")),
    EARLIER_YEAR_NOT_CLOSED(
            409,
            new Text("前の年度が未確定です", "An earlier year comes first"),
            new Text("先に {fiscalYear} 年度を確定してください。", "Close fiscal year {fiscalYear} first.")),
    CLOSING_IN_PROGRESS(
            409,
            new Text("別の年度を検算中です", "Another closing is being computed"),
            new Text("終わってからもう一度依頼してください。", "Try again when it has ended.")),
    CLOSING_NOT_AGREED(
            409,
            new Text("検算が一致していません", "Not agreed"),
            new Text(
                    "検算が全口座で一致し、まだ確定していない年度だけを承認できます。",
                    "Only a year whose second computation agrees on every account, and that is not closed yet, can be"
                            + " approved.")),
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
    STILL_A_MEMBER(
            409,
            new Text("加入中です", "Still a member"),
            new Text("資格喪失がまだ記録されていません。", "No loss of eligibility is on record.")),
    NO_RIGHT_TO_BENEFIT(
            409,
            new Text("受給権がありません", "No right to a benefit"),
            new Text("加入者期間が足りないため、給付を受けられません。", "The months of membership give no right to a benefit.")),
    BENEFIT_DEFERRED(
            409,
            new Text("繰下げ中または待期中です", "Deferred or waiting"),
            new Text("先に繰下げまたは待期を終了してください。", "End the deferral or waiting first.")),
    BENEFIT_NOT_DEFERRED(
            409,
            new Text("繰下げ中でも待期中でもありません", "Neither deferred nor waiting"),
            new Text("終了する繰下げまたは待期がありません。", "There is no deferral or waiting to end.")),
    PAID_ALREADY(
            409,
            new Text("支払済みです", "Paid already"),
            new Text("給付は支払済みで、不足もありません。", "The benefit is paid, and nothing is owed besides.")),
    BENEFIT_DAY_TOO_EARLY(
            422,
            new Text("日付が早すぎます", "Day too early"),
            new Text("{earliest} 以降の日付を指定してください。", "Give a day on or after {earliest}.")),
    PAYMENT_DAY_TOO_LATE(
            422,
            new Text("支払日が先すぎます", "Payment too far ahead"),
            new Text("{latest} までの支払日を指定してください。", "Give a day of payment up to {latest}.")),
    DAY_IN_THE_FUTURE(
            422,
            new Text("未来の日付です", "Day in the future"),
            new Text("{today} までの日付を指定してください。", "Give a day up to {today}.")),
    BENEFIT_REFUSED(409, new Text("受け付けられません", "Refused"), new Text("{rule}: {reason}", "{rule}: {reason}")),
    QUOTE_NOT_POSSIBLE(422, new Text("試算できません", "No quote possible"), new Text("{rule}: {reason}", "{rule}: {reason}")),
    RATE_TO_ASSUME_MISSING(
            422,
            new Text("仮定する利率が必要です", "A rate to assume is needed"),
            new Text(
                    "{fiscalYear} 年度の利息付与率は未承認です。仮定する利率を指定してください。",
                    "Fiscal year {fiscalYear} has no approved rate: give one to assume.")),
    QUOTE_NOT_IN_EFFECT(
            409,
            new Text("効力のある給付額通知ではありません", "Quote not in effect"),
            new Text(
                    "最新の金額を通知し、その番号で提案してください。",
                    "Make a new quote, and propose the payment by the number of the newest.")),
    PAYMENT_FIGURES_CHANGED(
            409,
            new Text("金額が変わりました", "Figures have changed"),
            new Text("提案の後に金額が変わりました。もう一度提案してください。", "The figures changed since the proposal: propose again.")),
    PAYMENT_ALREADY_APPROVED(
            409,
            new Text("支払は承認済みです", "Payment already approved"),
            new Text("この金額の支払は承認済みです。", "A payment of these figures is approved already.")),
    PAYMENT_ALREADY_PROPOSED(
            409,
            new Text("支払は提案済みです", "Payment already proposed"),
            new Text(
                    "この金額の支払 {payment} が承認を待っています。それを承認するか、取り下げてから提案してください。",
                    "Payment {payment} of these figures waits for approval: approve it, or withdraw it first.")),
    PAYMENT_WITHDRAWN(
            409,
            new Text("支払の提案は取り下げられています", "Payment withdrawn"),
            new Text("この提案は取り下げ済みです。もう一度提案してください。", "The proposal was withdrawn: propose again.")),
    EXCESS_ALREADY_DECIDED(
            409,
            new Text("過払いは処理済みです", "Excess already decided"),
            new Text("この過払いは承認済みの処理があるか、解消しました。", "The excess is decided already, or is none any more.")),
    BILL_NOT_READY(
            409,
            new Text("掛金計算書を作成しています", "Bill being prepared"),
            new Text(
                    "{month} の掛金計算書を作成しています。しばらくしてからもう一度請求してください。",
                    "The bills of {month} are being prepared. Try again shortly.")),
    CUT_OFF_NOT_PASSED(
            409,
            new Text("締切日を過ぎていません", "Cut-off not passed"),
            new Text("締切日 {lastDay} の翌日以降に実行してください。", "Run it on a day after the cut-off of {lastDay}.")),
    CUT_OFFS_AMBIGUOUS(
            422,
            new Text("締切の指定が正しくありません", "Cut-offs ambiguous"),
            new Text(
                    "締切は届出の種類と経路ごとに 1 つ、年度末以降の日で指定してください。",
                    "Give one cut-off for each filing type and channel, not before the end of the fiscal year.")),
    KNOWN_AT_TO_COME(
            422,
            new Text("まだ来ていない時点です", "An instant to come"),
            new Text("knownAt は {now} までの時点を指定してください。", "Give an instant up to {now} as knownAt.")),
    KNOWN_AT_NOT_SETTLED(
            409,
            new Text("この時点の記録がまだ続いています", "Not settled yet"),
            new Text(
                    "{settled} 以降に始まった記録が続いています。しばらくしてからもう一度送ってください。",
                    "What may have been recorded from {settled} on is still being written. Try again shortly.")),
    VIEWS_REVERSED(
            422,
            new Text("時点の順序が逆です", "Instants reversed"),
            new Text("from は to より前の時点を指定してください。", "Give a from that lies before to.")),
    BOOKS_DO_NOT_ADD_UP(
            500,
            new Text("記録された金額を説明できません", "A posted figure cannot be explained"),
            new Text(
                    "{account}: {finding}。台帳の記録が壊れている可能性があります。検証を実行し、担当者に連絡してください。",
                    "{account}: {finding}. The ledger's records may be corrupt: run a verification and tell whoever"
                            + " keeps the ledger."));

    private final Said said;

    LedgerProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
