package jp.nenkin.member.derivation;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why nothing is derived of a person, and why a derivation is not made or not confirmed. */
enum DerivationProblem implements ProblemCode {
    NO_BASE_SALARY_DAY(
            422,
            new Text("基準給与の変更日ではありません", "No day of base salaries"),
            new Text(
                    "{effectiveFrom} の基準給与はありません。4月1日か10月1日を指定してください。",
                    "No base salary takes effect on {effectiveFrom}, but on 1 April and 1 October alone.")),
    APPLIES_FROM_OTHER_MONTH(
            422,
            new Text("ほかの期間の届書です", "Of another half year"),
            new Text(
                    "適用年月 {appliesFrom} の届書は {effectiveFrom} の基準給与には使いません。",
                    "It applies from {appliesFrom}, on which the base salary of {effectiveFrom} does not depend.")),
    HEALTH_INSURANCE_ALONE(
            422,
            new Text("健康保険のみの届書です", "Health insurance alone"),
            new Text(
                    "健康保険のみの月額変更届です。厚生年金の標準報酬月額は変わりません。",
                    "It changes the health insurance alone, and not the standard remuneration of the pension.")),
    OVER_SEVENTY_ALONE(
            422,
            new Text("70歳以上被用者のみの届書です", "Over 70 alone"),
            new Text("70歳以上被用者のみの届書です。加入者の基準給与には使いません。", "It is for somebody over 70, who is no member.")),
    SEVERAL_ROWS(
            422,
            new Text("同じ人の行が複数あります", "Several rows of one person"),
            new Text(
                    "同じファイルの {line} 行と {otherLine} 行は同じ人の同じ適用年月の届書ですが、等級が異なります。" + "正しい届書をもう一度送ってください。",
                    "The lines {line} and {otherLine} of the file are of one person and month, with different grades."
                            + " Send the right one again.")),
    TWICE_ON_ROSTER(
            422,
            new Text("名簿に同じ人が二度あります", "Twice on the roster"),
            new Text(
                    "{line} 行と {otherLine} 行は同じ加入者です。先の行によりました。",
                    "The lines {line} and {otherLine} are of one member. The earlier one was taken.")),
    JOINER_INCOMPLETE(
            422,
            new Text("資格取得届に足りない項目があります", "Not enough to enrol"),
            new Text(
                    "加入者ではない人です。加入させるときは、氏名、生年月日、資格取得日を入力して名簿を送り直してください。",
                    "Not a member. To enrol somebody, send the roster again with name, birth date and day of"
                            + " acquisition.")),
    SOURCES_MIXED(
            422,
            new Text("名簿と届書が混ざっています", "Roster and reckonings mixed"),
            new Text(
                    "在籍者の名簿と算定基礎届・月額変更届は、別々の案にしてください。",
                    "Derive from a roster, or from base calculations and monthly changes, but not from both at once.")),
    FILES_WITHOUT_ROWS(
            422,
            new Text("元になる届書がありません", "Nothing to derive from"),
            new Text(
                    "指定したファイルに、算定基礎届・月額変更届・在籍者の行がありません。",
                    "None of these files has a row of a base calculation, of a monthly change or of a roster.")),
    ROSTER_INCOMPLETE(
            422,
            new Text("名簿に返戻の行があります", "Rows of the roster were returned"),
            new Text(
                    "返戻になった行が {returned} あり、だれが在籍しているか分かりません。名簿を直して、全員分を送り直してください。",
                    "{returned} rows were returned, so that nobody can tell who is employed. Mend the roster and send"
                            + " all of it again.")),
    DERIVATION_TOO_LARGE(
            422,
            new Text("行が多すぎます", "Too many rows"),
            new Text(
                    "行が {rows} あります。一度に使えるのは {most} 行までです。ファイルを分けて指定してください。",
                    "There are {rows} rows, and {most} at most can be used at once. Name fewer files.")),
    LINE_NOT_PROPOSED(
            422,
            new Text("届出の案ではない行です", "Nothing is proposed there"),
            new Text("{line} 番の行には届出の案がありません。", "Line {line} proposes no filing.")),
    LINE_TWICE(
            422,
            new Text("同じ行が二度あります", "Line twice"),
            new Text("{line} 番の行の喪失が二度あります。", "The loss of line {line} is given twice.")),
    DERIVATION_SETTLED(
            409,
            new Text("確定または破棄されています", "Settled already"),
            new Text("この案はもう確定できません({state})。", "It can be settled no more: {state}.")),
    DERIVATION_OUTDATED(
            409,
            new Text("記録が変わりました", "The record has changed"),
            new Text(
                    "案を作ったあとで記録が変わったため、届出はしていません。作り直した案 {derivationId} を確かめてください。",
                    "The record has changed since it was made, so nothing is filed. See to the one made anew,"
                            + " {derivationId}.")),
    CONFIRMER_IS_PROPOSER(
            403,
            new Text("案を作った本人は確定できません", "Its maker does not confirm"),
            new Text(
                    "この事業所の届出には二人目の承認が必要です。案を作った人とは別の担当者が確定してください。",
                    "Filings of this establishment need a second person: somebody else than its maker confirms."));

    private final Said said;

    DerivationProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
