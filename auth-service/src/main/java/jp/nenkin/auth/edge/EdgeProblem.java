package jp.nenkin.auth.edge;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a browser's call goes no further. */
enum EdgeProblem implements ProblemCode {
    SESSION_MISSING(
            401, new Text("サインインしていません", "Not signed in"), new Text("もう一度サインインしてください。", "Sign in, or sign in again.")),
    CSRF_REFUSED(
            403,
            new Text("この画面からの操作ではありません", "Not from the portal"),
            new Text(
                    "X-CSRF-Token ヘッダーと Origin がこのセッションのものではありません。",
                    "The X-CSRF-Token header and the Origin are not those of this session.")),
    LENGTH_REQUIRED(
            411,
            new Text("本文の長さがありません", "Length required"),
            new Text("Content-Length ヘッダーを付けてください。", "Send a Content-Length header."));

    private final Said said;

    EdgeProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
