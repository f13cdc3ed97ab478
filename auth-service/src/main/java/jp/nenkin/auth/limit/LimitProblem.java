package jp.nenkin.auth.limit;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why something is not even looked at. */
public enum LimitProblem implements ProblemCode {
    TOO_MANY_TRIES(
            429,
            new Text("試行回数が上限に達しました", "Too many tries"),
            new Text(
                    "安全のため、しばらく受け付けられません。{minutes} 分ほど待ってから、もう一度お試しください。",
                    "For safety nothing is accepted for a while. Try again in about {minutes} minutes."));

    private final Said said;

    LimitProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
