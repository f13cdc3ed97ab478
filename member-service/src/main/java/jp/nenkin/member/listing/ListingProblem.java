package jp.nenkin.member.listing;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why members are not listed. */
enum ListingProblem implements ProblemCode {
    NAME_WITHOUT_LETTERS(
            422,
            new Text("氏名に文字がありません", "Name without letters"),
            new Text("探す氏名には文字が必要です。", "A name to be searched needs a letter."));

    private final Said said;

    ListingProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
