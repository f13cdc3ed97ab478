package jp.nenkin.member.filing;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a filing is refused. */
public enum FilingProblem implements ProblemCode {
    PAPER_BY_OFFICERS_ONLY(
            403,
            new Text("紙の届出は入力できません", "Paper by officers only"),
            new Text("紙の届書は基金の担当者だけが入力できます。", "Paper filings are entered by the fund's officers only.")),
    RECEIVED_ON_MISSING(
            422,
            new Text("受付日がありません", "No day of receipt"),
            new Text("紙の届書には受付日(receivedOn)が必要です。", "A paper filing needs its day of receipt (receivedOn).")),
    RECEIVED_IN_FUTURE(
            422,
            new Text("受付日が未来です", "Received in the future"),
            new Text("受付日 {receivedOn} は本日 {today} より後です。", "{receivedOn} is after today, {today}.")),
    RECEIVED_ON_NOT_TODAY(
            422,
            new Text("受付日は本日です", "Received today"),
            new Text(
                    "データによる届出の受付日は本日 {today} です。{receivedOn} は指定できません。",
                    "A data filing is received on the day it arrives, {today}, not on {receivedOn}.")),
    RECEIVED_ON_IMPLAUSIBLE(
            422,
            new Text("受付日を確認してください", "Implausible day of receipt"),
            new Text("受付日 {receivedOn} は古すぎます。", "{receivedOn} is too long ago.")),
    MEMBER_NOT_MATCHED(
            422,
            new Text("加入者が見つかりません", "Member not matched"),
            new Text(
                    "加入者番号 {memberNumber} と生年月日が一致する記録がありません。",
                    "There is no record of {memberNumber} with this birth date.")),
    NOT_A_MEMBER(
            422,
            new Text("加入者ではありません", "Not a member"),
            new Text(
                    "加入者番号 {memberNumber} は事業所 {establishmentNumber} の加入者ではありません。",
                    "{memberNumber} is not a member at the establishment {establishmentNumber}.")),
    ALREADY_MEMBER(
            409,
            new Text("すでに加入者です", "Already a member"),
            new Text("この方は加入者番号 {memberNumber} の加入者です。", "This person is the member {memberNumber}.")),
    ALREADY_LOST(
            409,
            new Text("すでに資格を喪失しています", "Already lost"),
            new Text("加入者番号 {memberNumber} は {lostOn} に資格を喪失しています。", "{memberNumber} lost membership on {lostOn}.")),
    BIRTH_DATE_IMPLAUSIBLE(
            422,
            new Text("生年月日を確認してください", "Implausible birth date"),
            new Text(
                    "生年月日 {birthDate} では、{acquiredOn} に {youngest} 歳以上の加入者になりません。",
                    "Somebody born on {birthDate} does not become a member of {youngest} or older on {acquiredOn}.")),
    ACQUIRED_IN_FUTURE(
            422,
            new Text("資格取得日が未来です", "Acquired in the future"),
            new Text("資格取得日 {acquiredOn} は本日 {today} より後です。", "{acquiredOn} is after today, {today}.")),
    AGE_LIMIT_REACHED(
            422,
            new Text("年齢の上限に達しています", "Age limit reached"),
            new Text(
                    "資格取得日 {acquiredOn} は {age} 歳に達する {attainedOn} より前でなければなりません。",
                    "{acquiredOn} is not before {attainedOn}, when the age of {age} is attained.")),
    ACQUIRED_BEFORE_LOSS(
            422,
            new Text("資格取得日が喪失日より前です", "Acquired before the loss"),
            new Text("資格取得日 {acquiredOn} は前回の資格喪失日 {lostOn} より前です。", "{acquiredOn} is before the loss of {lostOn}.")),
    PLAN_NOT_OFFERED(
            422,
            new Text("実施していない制度です", "Plan not offered"),
            new Text(
                    "事業所 {establishmentNumber} は {plan} の制度を実施していません。",
                    "The establishment {establishmentNumber} does not offer the plan {plan}.")),
    BASE_SALARY_MISSING(
            422,
            new Text("基準給与がありません", "No base salary"),
            new Text(
                    "事業所 {establishmentNumber} のこの届出には基準給与が必要です。",
                    "This filing of the establishment {establishmentNumber} needs a base salary.")),
    BASE_SALARY_NOT_A_GRADE(
            422,
            new Text("標準報酬月額の等級にありません", "Not a grade"),
            new Text(
                    "{baseSalary} 円は {day} の標準報酬月額の等級にありません。近い等級は {nearest} 円です。",
                    "{baseSalary} yen is no grade of the standard monthly remuneration on {day}; nearest: {nearest}.")),
    UNITS_MISSING(
            422,
            new Text("口数がありません", "No units"),
            new Text(
                    "事業所 {establishmentNumber} は変額コースです。口数(secondUnits)が必要です。",
                    "{establishmentNumber} has the variable course: units (secondUnits) must be filed.")),
    UNITS_SET_BY_ESTABLISHMENT(
            422,
            new Text("口数は届け出られません", "Units set by the establishment"),
            new Text(
                    "事業所 {establishmentNumber} は全員 {units} 口のコースです。口数は届け出られません。",
                    "{establishmentNumber} has the fixed course of {units} units: they may not be filed.")),
    EFFECTIVE_DAY_NOT_ALLOWED(
            422,
            new Text("変更日が正しくありません", "Not a day of change"),
            new Text(
                    "基準給与の変更日は 4 月 1 日か 10 月 1 日です。{effectiveFrom} は指定できません。",
                    "A base salary changes on 1 April or 1 October, not on {effectiveFrom}.")),
    EFFECTIVE_TOO_FAR_AHEAD(
            422,
            new Text("届出が早すぎます", "Filed too early"),
            new Text(
                    "変更日 {effectiveFrom} は受付日 {receivedOn} の 6 か月後を超えています。",
                    "{effectiveFrom} is more than six months after the day of receipt, {receivedOn}.")),
    EFFECTIVE_OUTSIDE_MEMBERSHIP(
            422,
            new Text("変更日が加入期間にありません", "Outside the membership"),
            new Text(
                    "変更日 {effectiveFrom} は資格取得日 {acquiredOn} より前です。",
                    "{effectiveFrom} is before the acquisition of {acquiredOn}.")),
    NOTHING_CHANGES(
            422,
            new Text("変更がありません", "Nothing changes"),
            new Text(
                    "{effectiveFrom} の基準給与はすでに届出のとおりです。",
                    "The base salary of {effectiveFrom} is what is filed already.")),
    LOST_BEFORE_ACQUIRED(
            422,
            new Text("喪失日が取得日より前です", "Lost before acquired"),
            new Text(
                    "資格喪失日 {lostOn} は資格取得日 {acquiredOn} より前です。",
                    "{lostOn} is before the acquisition of {acquiredOn}.")),
    LOST_AFTER_RECEIVED(
            422,
            new Text("喪失日が受付日より後です", "Lost after the receipt"),
            new Text("資格喪失日 {lostOn} は受付日 {receivedOn} より後です。", "{lostOn} is after the day of receipt, {receivedOn}.")),
    TYPE_NOT_IN_FILES(
            422,
            new Text("この届書はファイルでは受け付けていません", "Not taken in files"),
            new Text("この届書種別は画面から一件ずつ届け出てください。", "File this type by itself, not in a file.")),
    USED_BY_DERIVATION(
            422,
            new Text("あとで使います", "Used later"),
            new Text(
                    "この届書は保存しました。基準給与変更届を作るときに使います。", "It is kept, and used when changes of base salary are derived.")),
    NOT_BY_AGE_LIMIT(
            422,
            new Text("喪失日が年齢と合いません", "Does not fit the age limit"),
            new Text(
                    "資格喪失日 {lostOn} は {age} 歳に達する {attainedOn} と合いません。",
                    "{lostOn} does not fit {attainedOn}, when the age of {age} is attained."));

    private final int status;
    private final Text title;
    private final Text detail;

    FilingProblem(int status, Text title, Text detail) {
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
