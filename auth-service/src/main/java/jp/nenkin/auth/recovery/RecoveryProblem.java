package jp.nenkin.auth.recovery;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why there is no way back to a login ID. */
enum RecoveryProblem implements ProblemCode {
    NOT_PROVEN(
            400,
            new Text("リンクまたはコードが必要です", "A link or a code is needed"),
            new Text("token、または memberNumber と code を送ってください。", "Send token, or memberNumber and code.")),
    NOT_SAID_WHO(
            400,
            new Text("ログインIDまたは加入者番号が必要です", "A login ID or a member number is needed"),
            new Text("loginId、または memberNumber と birthDate を送ってください。", "Send loginId, or memberNumber and birthDate.")),
    NO_LOGIN_ID(
            409,
            new Text("ログインIDがありません", "No login ID"),
            new Text("この加入者はまだログインIDを登録していません。", "This member has not registered a login ID."));

    private final Said said;

    RecoveryProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
