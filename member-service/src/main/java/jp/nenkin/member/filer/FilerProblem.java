package jp.nenkin.member.filer;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a consultant, a delegation or a person is not taken, and why a person may not. */
enum FilerProblem implements ProblemCode {
    CONSULTANT_EXISTS(
            409,
            new Text("登録済みの社会保険労務士です", "Consultant exists"),
            new Text("社会保険労務士 {consultantCode} は登録済みです。", "The consultant {consultantCode} is registered.")),
    CONSULTANT_UNKNOWN(
            422,
            new Text("社会保険労務士が登録されていません", "No such consultant"),
            new Text(
                    "社会保険労務士 {consultantCode} は登録されていません。基金に登録を依頼してください。",
                    "There is no consultant {consultantCode}. Ask the fund to register it.")),
    PERSON_NOT_LISTED(
            403,
            new Text("届出担当者ではありません", "Not on the list"),
            new Text(
                    "この事業所の届出担当者として登録されていません。事業所の管理者か基金にお問い合わせください。",
                    "You are not on the list of people who may file. Ask an administrator or the fund.")),
    PERSON_NO_CLERK(
            403,
            new Text("届出の担当ではありません", "No clerk"),
            new Text(
                    "届出ができるのは担当者と承認者です。利用者の役割は基金が登録します。",
                    "Clerks and approvers file. The fund keeps the roles of users.")),
    PERSON_NO_APPROVER(
            403,
            new Text("承認者ではありません", "No approver"),
            new Text("承認できるのは承認者と管理者です。", "Approvers and administrators approve.")),
    PERSON_NO_ADMINISTRATOR(
            403,
            new Text("管理者ではありません", "No administrator"),
            new Text("できるのは事業所の管理者です。", "This is for the establishment's administrators.")),
    PERSON_UNTIL_BEFORE_FROM(
            422,
            new Text("期間が正しくありません", "Until before from"),
            new Text("終わりの日 {until} が始まりの日 {from} より前です。", "{until} is before {from}.")),
    DELEGATION_EXISTS(
            409,
            new Text("委託済みです", "Delegated already"),
            new Text(
                    "{from} 以後に続く委託がすでにあります。先に終わりの日を入れてください。",
                    "There is a delegation to this consultant that holds on or after {from}. End it first.")),
    DELEGATION_WITHOUT_A_DAY(
            422,
            new Text("委託の期間がありません", "No day to delegate for"),
            new Text(
                    "終わりの日 {until} は始まりの日 {from} より後の日にしてください。委託は終わりの日の前日まで有効です。",
                    "It holds until the day before {until}, so that must be after {from}.")),
    DELEGATION_END_IN_PAST(
            422,
            new Text("過去の日には終えられません", "End in the past"),
            new Text(
                    "終わりの日 {until} は今日 {today} より前です。今日を入れると直ちに終わります。",
                    "{until} is before today, {today}. With today it ends at once.")),
    DELEGATION_ENDED(
            409,
            new Text("終わりの日があります", "Ended already"),
            new Text(
                    "この委託は {until} に終わります。延ばすには新しく委託してください。", "It ends on {until}. To go on after it, delegate anew."));

    private final Said said;

    FilerProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
