package jp.nenkin.member.outcome;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a list is not told. */
enum OutcomeProblem implements ProblemCode {
    CURSOR_UNKNOWN(
            400,
            new Text("続きの位置がわかりません", "Cursor unknown"),
            new Text("cursor には前のページの next をそのまま指定してください。", "The cursor is the next of the page before, as it is."));

    private final Said said;

    OutcomeProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
