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
    ESTABLISHMENT_NOT_IN_HEADER(
            422,
            new Text("ほかの事業所のファイルです", "Another establishment's file"),
            new Text(
                    "ファイルの先頭に事業所 {establishmentNumber} がありません。事業所番号か事業所整理記号を確かめてください。"
                            + "記号がまだ登録されていなければ、基金にお問い合わせください。",
                    "The first lines of the file do not name the establishment {establishmentNumber}. See to its number"
                            + " or symbol, and ask the fund if its symbol is not registered.")),
    ESTABLISHMENT_NOT_DELEGATED(
            422,
            new Text("委託を確かめられません", "Not known to have delegated"),
            new Text(
                    "この行の事業所から届出を委託されていることを確かめられません。事業所番号か事業所整理記号と、委託の期間を確かめてください。",
                    "No one establishment that has delegated to you is meant by this row. See to its number or symbol,"
                            + " and to the days of the delegation.")),
    ESTABLISHMENT_NUMBER_MISSING(
            400,
            new Text("事業所番号がありません", "No establishment number"),
            new Text(
                    "establishmentNumber を指定してください。省けるのは、複数の事業所の届出を一つのファイルで送る社会保険労務士だけです。",
                    "Say establishmentNumber. Only a consultant leaves it out, for a file over several of them.")),
    CONSULTANT_NOT_OF_FILE(
            422,
            new Text("ほかの社会保険労務士のファイルです", "Another consultant's file"),
            new Text(
                    "ファイルの社会保険労務士コードが送信者のものではありません。",
                    "The consultant's code in the file is not that of who sends it.")),
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
    LEDGER_REFUSES(
            422,
            new Text("元帳に記帳できません", "Not to be posted"),
            new Text(
                    "届出としては受け付けられますが、元帳の規則({refusal})により記帳できず、保留になります。送る前に基金にお問い合わせください。",
                    "It could be filed, but the ledger's rules ({refusal}) do not let it be posted, so it would be"
                            + " parked. Ask the fund before you send it.")),
    LEDGER_AWAY(
            503,
            new Text("金額を計算できませんでした", "Effects not available"),
            new Text(
                    "元帳から時間内に回答がありませんでした。届出の確認結果はこのとおりです。金額は後でもう一度確かめてください。",
                    "The ledger gave no answer in time. The check stands as it is; check again later for the yen.")),
    EFFECTS_NOT_FOR_CONSULTANTS(
            403,
            new Text("金額は示しません", "No yen for consultants"),
            new Text(
                    "掛金の額は事業所と基金にだけ示します。届出の確認結果はこのとおりです。",
                    "Yen are told to establishments and officers alone. The check stands as it is.")),
    LEDGER_NOT_TOLD(
            503,
            new Text("金額を計算できない加入者がいます", "Effects not available for some"),
            new Text(
                    "元帳がまだこの事業所の加入者として知らない人がいるため、一部の行の金額を計算できませんでした。後でもう一度確かめてください。",
                    "The ledger does not know everybody as a member of this establishment yet, so the yen of some rows"
                            + " are missing. Check again later.")),
    LEDGER_MOVED_ON(
            503,
            new Text("確認の途中で月次処理がありました", "A month was run meanwhile"),
            new Text(
                    "確認の途中で掛金の月次処理が完了しました。もう一度確かめてください。",
                    "The contributions of a month were run during the check. Check again.")),
    EFFECTS_TOO_MANY(
            422,
            new Text("一人の届出が多すぎます", "Too many filings of one member"),
            new Text("一人の届出が多すぎるため、その金額を計算していません。", "One member has too many filings for their yen to be told.")),
    FILE_UNKNOWN(
            422,
            new Text("ファイルがありません", "No such file"),
            new Text(
                    "事業所 {establishmentNumber} が送ったファイル {fileId} はありません。",
                    "The establishment {establishmentNumber} sent no file {fileId}.")),
    FILE_NOT_PROCESSED(
            409,
            new Text("処理されていないファイルです", "File not processed"),
            new Text(
                    "受付番号 {receiptNumber} のファイルは処理されていません({state})。処理が終わったファイルを指定してください。",
                    "The file of receipt {receiptNumber} is not processed: {state}. Name one that is.")),
    FILE_NOT_WAITING(
            409,
            new Text("承認待ちではありません", "Not waiting for approval"),
            new Text("このファイルは承認を待っていません({state})。", "This file does not wait for approval: {state}.")),
    APPROVER_IS_SENDER(
            403,
            new Text("送信した本人は承認できません", "Sender does not approve"),
            new Text("ファイルを送った人とは別の担当者が承認してください。", "Somebody else than the sender must approve.")),
    ROW_WITHDRAWN(
            422,
            new Text("取り下げました", "Withdrawn"),
            new Text("決定を待っている間に取り下げられました。", "It was taken back while it waited for a decision.")),
    ROW_NOT_TO_COMPLETE(
            409,
            new Text("補える行ではありません", "Nothing to complete"),
            new Text("口数がないために差し戻された行ではありません。", "This is no row that was returned because its units are missing."));

    private final Said said;

    UploadProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
