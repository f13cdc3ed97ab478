package jp.nenkin.auth.registration;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a registration does not begin. */
enum RegistrationProblem implements ProblemCode {
    CONSENT_OUTDATED(
            409,
            new Text("利用規約が改定されました", "The terms have changed"),
            new Text("新しい利用規約をお読みのうえ、もう一度お手続きください。", "Please read the new terms and begin again."));

    private final Said said;

    RegistrationProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
