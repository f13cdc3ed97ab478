package jp.nenkin.member.outcome;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a list is not told. */
enum OutcomeProblem implements ProblemCode {
    CURSOR_UNKNOWN(
            400,
            new Text("続きの位置がわかりません", "Cursor unknown"),
            new Text("cursor には前のページの next をそのまま指定してください。", "The cursor is the next of the page before, as it is."));

    private final int status;
    private final Text title;
    private final Text detail;

    OutcomeProblem(int status, Text title, Text detail) {
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
