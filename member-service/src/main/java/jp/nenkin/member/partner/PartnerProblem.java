package jp.nenkin.member.partner;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why links are not set. */
enum PartnerProblem implements ProblemCode {
    LINK_NOT_HTTPS(
            422,
            new Text("リンク先が正しくありません", "Not a link"),
            new Text("{url} は https のアドレスではありません。", "{url} is no address with https."));

    private final Said said;

    PartnerProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
