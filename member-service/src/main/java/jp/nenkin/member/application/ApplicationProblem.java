package jp.nenkin.member.application;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why an application is not taken, or not decided. */
enum ApplicationProblem implements ProblemCode {
    APPLICATION_CONTENT_NOT_ONE(
            422,
            new Text("申請の内容は一つです", "One content of an application"),
            new Text(
                    "addressChange、bankAccountChange、nameChange のどれか一つを指定してください。",
                    "Give one of addressChange, bankAccountChange and nameChange.")),
    NEVER_A_MEMBER(
            422,
            new Text("加入期間がありません", "Never a member"),
            new Text("加入者の記録がないため、申請できません。", "There is no membership on record to apply with.")),
    MEMBER_DECEASED(
            422,
            new Text("申請できません", "Deceased"),
            new Text("死亡による資格喪失の記録があるため、申請できません。", "The record says that the member has died.")),
    CHANGED_AFTER_APPLICATION(
            422,
            new Text("変更日が申請日より後です", "Changed after the application"),
            new Text("変更日 {changedOn} は申請日 {today} より後です。", "{changedOn} is after today, {today}.")),
    NAME_NOT_GIVEN(
            422,
            new Text("氏名がありません", "No name"),
            new Text("新しい氏名(name)か氏名カナ(nameKana)が必要です。", "Give the new name, nameKana or both.")),
    MY_NUMBER_IN_EVIDENCE(
            422,
            new Text("個人番号は受け付けません", "My Number not taken"),
            new Text("個人番号(マイナンバー)を除いて申請してください。保存していません。", "Apply without the My Number. Nothing was kept.")),
    HOLDER_NOT_WRITABLE(
            422,
            new Text("口座名義が正しくありません", "Not a holder's name"),
            new Text(
                    "口座名義は通帳のとおりカタカナで、{longest} 文字まで(濁点も 1 文字)です。",
                    "The holder is written in katakana as in the passbook, up to {longest} with voicing marks.")),
    APPLICATION_DECIDED(
            409, new Text("処理済みの申請です", "Decided"), new Text("この申請はすでに処理されています。", "This application has been decided."));

    private final Said said;

    ApplicationProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
