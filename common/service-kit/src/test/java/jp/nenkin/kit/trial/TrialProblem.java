package jp.nenkin.kit.trial;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** A service's own refusals. */
enum TrialProblem implements ProblemCode {
    TRIAL_NOT_KNOWN(
            409,
            new Text("試行がありません", "Trial not known"),
            new Text("事業所 {number} の試行はまだありません。", "Establishment {number} has no trial yet."));

    private final int status;
    private final Text title;
    private final Text detail;

    TrialProblem(int status, Text title, Text detail) {
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
