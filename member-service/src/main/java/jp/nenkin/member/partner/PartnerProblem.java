package jp.nenkin.member.partner;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why links are not set. */
enum PartnerProblem implements ProblemCode {
    LINK_NOT_HTTPS(
            422,
            new Text("リンク先が正しくありません", "Not a link"),
            new Text("{url} は https のアドレスではありません。", "{url} is no address with https."));

    private final int status;
    private final Text title;
    private final Text detail;

    PartnerProblem(int status, Text title, Text detail) {
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
