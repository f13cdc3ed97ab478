package jp.nenkin.notice.publication;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why the notices of a fiscal year are not published. */
enum PublicationProblem implements ProblemCode {
    ALREADY_PUBLISHED(
            409,
            new Text("配信済みです", "Already published"),
            new Text("{fiscalYear}年度の残高通知書は配信済みです。", "The notices of {fiscalYear} have been published.")),
    STATEMENTS_NOT_COMPLETE(
            409,
            new Text("通知書の数値が揃っていません", "Statements not complete"),
            new Text(
                    "{fiscalYear}年度の通知書の作成がまだ完了していません。",
                    "Not all statements of {fiscalYear} are here: their run is not done, or its news is on its way."));

    private final Said said;

    PublicationProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
