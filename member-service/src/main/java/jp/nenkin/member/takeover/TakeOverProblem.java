package jp.nenkin.member.takeover;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why members are not taken over. */
enum TakeOverProblem implements ProblemCode {
    TAKE_OVER_INVALID(
            422,
            new Text("引継ぎに誤りがあります", "Take-over invalid"),
            new Text(
                    "{count} 名に誤りがあるため、1 名も引き継いでいません。errors を直してください。",
                    "{count} members are at fault, so none is taken over. Correct what is listed under errors.")),
    CONTROL_TOTALS_DIFFER(
            422,
            new Text("合計が一致しません", "Control totals differ"),
            new Text(
                    "{total} は {given} とありますが、明細の合計は {counted} です。",
                    "{total} is given as {given}, but the members come to {counted}.")),
    MEMBER_NUMBER_TAKEN(
            409,
            new Text("使用済みの加入者番号です", "Member number taken"),
            new Text("加入者番号 {memberNumber} の加入者がいます。", "There is a member with the number {memberNumber}.")),
    MEMBER_NUMBER_REPEATED(
            422,
            new Text("加入者番号が重複しています", "Member number repeated"),
            new Text("加入者番号 {memberNumber} が 2 回以上あります。", "{memberNumber} occurs more than once.")),
    PERIODS_OVERLAP(
            422,
            new Text("加入期間が正しくありません", "Periods overlap"),
            new Text(
                    "以前の加入期間は古い順に並べ、重ならず、{acquiredOn} までに終わらせてください。",
                    "Earlier periods stand in order, do not overlap and end by {acquiredOn}.")),
    ASSET_REPEATED(
            422,
            new Text("移換資産が重複しています", "Transferred asset repeated"),
            new Text("{plan} の {ordinal} 番の移換資産が 2 回以上あります。", "The asset {ordinal} of {plan} occurs more than once.")),
    ASSET_IN_FUTURE(
            422,
            new Text("移換資産の受入日が未来です", "Transferred asset in the future"),
            new Text("受入日 {receivedOn} は本日 {today} より後です。", "{receivedOn} is after today, {today}."));

    private final Said said;

    TakeOverProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
