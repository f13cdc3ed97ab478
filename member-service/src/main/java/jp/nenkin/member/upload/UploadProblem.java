package jp.nenkin.member.upload;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a file or one of its rows is not taken, besides what is wrong in the file and what the rules of filings say. */
enum UploadProblem implements ProblemCode {
    ESTABLISHMENT_NOT_OF_FILE(
            422,
            new Text("ほかの事業所の届出です", "Another establishment"),
            new Text(
                    "この行は事業所 {establishmentNumber} のものではありません。事業所番号か事業所整理記号を確かめ、事業所ごとに送ってください。",
                    "This row is not of the establishment {establishmentNumber}. See to its number or symbol, and send"
                            + " one file for each establishment.")),
    MEMBER_NOT_MATCHED(
            422,
            new Text("加入者が見つかりません", "Member not matched"),
            new Text(
                    "番号または氏名と生年月日に当たる加入者がこの事業所にいません。番号、氏名、生年月日を確かめてください。",
                    "No member of this establishment has these numbers, or this name and birth date. See to them.")),
    SEVERAL_MEMBERS_MATCH(
            422,
            new Text("加入者が決まりません", "Several members match"),
            new Text("当てはまる加入者が {count} 人います。加入者番号を入力してください。", "{count} members match. Give the member number.")),
    BIRTH_DATE_DIFFERS(
            422,
            new Text("生年月日が違います", "Birth date differs"),
            new Text(
                    "番号の加入者 {memberNumber} の生年月日と一致しません。番号か生年月日を確かめてください。",
                    "It is not the birth date of {memberNumber}, whom the number means. See to both.")),
    NAME_DIFFERS(
            422,
            new Text("氏名が違います", "Name differs"),
            new Text(
                    "番号の加入者 {memberNumber} の氏名と一致しません。番号か氏名を確かめるか、先に氏名変更届を出してください。",
                    "It is not the name of {memberNumber}, whom the number means. See to both, or file the change of"
                            + " name first.")),
    OTHERS_RETURNED(
            422,
            new Text("処理しませんでした", "Not processed"),
            new Text(
                    "この行に誤りは見つかっていませんが、ほかの行が差し戻されたため処理していません。",
                    "Nothing is found wrong with this row, but others are returned, so none took effect.")),
    ROW_FAILED(
            500,
            new Text("処理できませんでした", "Failed"),
            new Text(
                    "この行を処理できませんでした。受付番号と行番号を添えて基金にお問い合わせください。",
                    "This row could not be processed. Ask the fund, with the receipt number and the line.")),
    FILE_NOT_WAITING(
            409,
            new Text("承認待ちではありません", "Not waiting for approval"),
            new Text("このファイルは承認を待っていません({state})。", "This file does not wait for approval: {state}.")),
    APPROVER_IS_SENDER(
            403,
            new Text("送信した本人は承認できません", "Sender does not approve"),
            new Text("ファイルを送った人とは別の担当者が承認してください。", "Somebody else than the sender must approve.")),
    ROW_NOT_TO_COMPLETE(
            409,
            new Text("補える行ではありません", "Nothing to complete"),
            new Text("口数がないために差し戻された行ではありません。", "This is no row that was returned because its units are missing."));

    private final int status;
    private final Text title;
    private final Text detail;

    UploadProblem(int status, Text title, Text detail) {
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
