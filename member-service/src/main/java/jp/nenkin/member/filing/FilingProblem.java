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
                    "加入者番号 {memberNumber} とこの生年月日で加入できる記録がありません。番号と生年月日を確かめてください。" + "ほかの事業所に加入している方は、その資格喪失届が先です。",
                    "Nobody can join under {memberNumber} with this birth date. See to both; of a member at another"
                            + " establishment, the loss there is filed first.")),
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
    PENSION_NUMBER_OF_ANOTHER(
            409,
            new Text("基礎年金番号がほかの方のものです", "Another's basic pension number"),
            new Text(
                    "この基礎年金番号は別の加入者番号の方のものとして登録されています。番号を確かめてください。" + "以前に加入していた方は、その加入者番号を付けて届け出てください。",
                    "This basic pension number is on record under another member number. See to it; of somebody who was"
                            + " a member before, file that member number too.")),
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
    RIGHT_NOT_REACHABLE(
            422,
            new Text("適用除外です", "Does not become a member"),
            new Text(
                    "{ageLimitOn} までに受給権に必要な {neededMonths} か月に届かず({reachableMonths} か月)、"
                            + "加入者になりません。例外に当たる場合は admission を付けて届け出てください。",
                    "By {ageLimitOn} there are {reachableMonths} months of the {neededMonths} needed for a right, so"
                            + " this person does not become a member. If an exception applies, say it as admission.")),
    USED_BY_DERIVATION(
            422,
            new Text("あとで使います", "Used later"),
            new Text("この届書は保存しました。届出の案を作るときに使います。", "It is kept, and used when filings are derived from it.")),
    NOT_BY_AGE_LIMIT(
            422,
            new Text("喪失日が年齢と合いません", "Does not fit the age limit"),
            new Text(
                    "資格喪失日 {lostOn} は {age} 歳に達する {attainedOn} と合いません。",
                    "{lostOn} does not fit {attainedOn}, when the age of {age} is attained.")),
    MY_NUMBER_NOT_TAKEN(
            400,
            new Text("個人番号は受け付けません", "My Number not taken"),
            new Text("個人番号(マイナンバー)を除いて送ってください。保存していません。", "Send it without the My Number. Nothing was kept.")),
    NAME_MISSING(
            422,
            new Text("氏名がありません", "No name"),
            new Text("新しい氏名(newName)か氏名カナ(newNameKana)が必要です。", "Give the new name (newName), newNameKana or both.")),
    NAME_CHANGED_SINCE(
            422,
            new Text("その後の氏名変更があります", "Name changed since"),
            new Text(
                    "変更日 {changedOn} は今の氏名の変更日 {since} より前です。",
                    "{changedOn} is before {since}, since when the name is held.")),
    CHANGED_AFTER_RECEIVED(
            422,
            new Text("変更日が受付日より後です", "Changed after the receipt"),
            new Text(
                    "変更日 {changedOn} は受付日 {receivedOn} より後です。",
                    "{changedOn} is after the day of receipt, {receivedOn}.")),
    ALREADY_ON_RECORD(
            422,
            new Text("すでに届出のとおりです", "Already on record"),
            new Text("記録はすでに届出のとおりです。", "The record says already what is filed.")),
    ASSET_RECEIVED_AFTER_FILING(
            422,
            new Text("資産受入日が受付日より後です", "Asset received after the filing"),
            new Text(
                    "資産受入日 {assetReceivedOn} は受付日 {receivedOn} より後です。",
                    "{assetReceivedOn} is after the day of receipt, {receivedOn}.")),
    FILING_NOT_MATCHED(
            422,
            new Text("届出が見つかりません", "Filing not matched"),
            new Text(
                    "事業所 {establishmentNumber} の届出 {filingId} はありません。",
                    "There is no filing {filingId} of the establishment {establishmentNumber}.")),
    FILING_NOT_IN_EFFECT(
            409,
            new Text("届出は効力がありません", "Filing not in effect"),
            new Text(
                    "届出 {filingId} は訂正、取消、または後の届出により効力がありません。",
                    "{filingId} was corrected or cancelled, or a later filing has taken its place.")),
    FILING_NOT_CORRECTABLE(
            422,
            new Text("訂正できない届出です", "Not correctable"),
            new Text("{type} の届出は訂正できません。正しい内容で届け出てください。", "A filing of {type} is not corrected: file what is right.")),
    FILING_NOT_CANCELLABLE(
            422,
            new Text("取り消せない届出です", "Not cancellable"),
            new Text("{type} の届出は取り消せません。正しい内容で届け出てください。", "A filing of {type} is not cancelled: file what is right.")),
    CORRECTION_CONTENT_NOT_ONE(
            422,
            new Text("訂正の内容は一つです", "One content of a correction"),
            new Text("訂正する届書の正しい内容を一つだけ指定してください。", "Give the right content of one type, and of no other.")),
    CORRECTED_TYPE_DIFFERS(
            422,
            new Text("届書の種別が違います", "Another type"),
            new Text("届出 {filingId} は {type} です。", "{filingId} is a filing of {type}.")),
    CORRECTED_MEMBER_DIFFERS(
            422,
            new Text("加入者が違います", "Another member"),
            new Text("届出 {filingId} は別の加入者の届出です。", "{filingId} is about another member.")),
    CORRECTED_PERSON_DIFFERS(
            422,
            new Text("氏名か生年月日が記録と違います", "Another person"),
            new Text(
                    "資格取得届の訂正では氏名と生年月日は変わりません。氏名変更届か生年月日訂正届を出してください。",
                    "The correction of an enrolment changes neither name nor birth date: file these by themselves.")),
    FILING_DEPENDED_ON(
            409,
            new Text("この届出に基づく届出があります", "Filing depended on"),
            new Text(
                    "先に届出 {dependentId}({dependentType})を訂正するか取り消してください。",
                    "First correct or cancel {dependentId} ({dependentType}), which depends on it.")),
    FILING_NOT_WAITING(
            409,
            new Text("決定待ちではありません", "Not waiting for a decision"),
            new Text("この届出は決定を待っていません({state})。", "This filing does not wait for a decision: {state}.")),
    MEMBERSHIP_SINCE(
            409,
            new Text("その後の加入期間があります", "Membership since"),
            new Text(
                    "{acquiredOn} に資格を取得しています。先にその資格取得届の訂正か取消が必要です。",
                    "There is a membership from {acquiredOn} on: its enrolment must be corrected or cancelled first."));

    private final Said said;

    FilingProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
