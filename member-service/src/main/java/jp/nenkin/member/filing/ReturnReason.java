package jp.nenkin.member.filing;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why an officer gives a filing back; what he says of it goes with it. */
public enum ReturnReason implements ProblemCode {
    EVIDENCE_MISSING(new Text("資料がありません", "No evidence")),
    EVIDENCE_INSUFFICIENT(new Text("資料が足りません", "The evidence is not enough")),
    CONTENT_DOUBTFUL(new Text("内容を確かめてください", "The content is doubtful")),
    RETURNED_FOR_OTHER_REASONS(new Text("差し戻します", "Returned"));

    private static final int UNPROCESSABLE = 422;

    private final Said said;

    ReturnReason(Text title) {
        Text detail = new Text(title.japanese() + ": {text}", title.english() + ": {text}");
        this.said = new Said(UNPROCESSABLE, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
