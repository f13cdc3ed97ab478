package jp.nenkin.auth.people;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why somebody is not found in the fund's records; whether the number exists is never told. */
public enum PeopleProblem implements ProblemCode {
    MEMBER_NUMBER_FORM(
            400,
            new Text("加入者番号の形が違います", "Not a member number"),
            new Text("半角の数字10桁以内で入力してください。", "Give up to ten half-width digits.")),
    BIRTH_DATE_FORM(
            400, new Text("生年月日が正しくありません", "Not a birth date"), new Text("過去の日付を入力してください。", "Give a day in the past.")),
    IDENTITY_NOT_MATCHED(
            422,
            new Text("加入者番号と生年月日を確認できません", "Number and birth date are not confirmed"),
            new Text(
                    "入力内容をお確かめください。正しい場合は、お勤め先(退職された方は基金)の担当者に、加入者番号と、届け出られた生年月日をご確認ください。",
                    "Please check what you typed. If it is right, ask your employer's clerk (the fund, once you left)"
                            + " for your member number and the birth date that was filed.")),
    RECORDS_BEHIND(
            503,
            new Text("ただいま確認できません", "Cannot be checked just now"),
            new Text(
                    "記録を更新しています。入力した内容はそのままで、しばらくしてからもう一度お試しください。",
                    "The records are being brought up to date. Keep what you typed and try again shortly."));

    private final Said said;

    PeopleProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
