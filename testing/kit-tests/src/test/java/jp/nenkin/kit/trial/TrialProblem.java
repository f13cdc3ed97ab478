package jp.nenkin.kit.trial;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** A service's own refusals. */
enum TrialProblem implements ProblemCode {
    TRIAL_NOT_KNOWN(
            409,
            new Text("試行がありません", "Trial not known"),
            new Text("事業所 {number} の試行はまだありません。", "Establishment {number} has no trial yet."));

    private final Said said;

    TrialProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
