package jp.nenkin.member.proposal;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why nothing more becomes of a proposal. */
enum ProposalProblem implements ProblemCode {
    PROPOSAL_ENDED(
            409,
            new Text("確認は終わっています", "The proposal has ended"),
            new Text(
                    "この生年月日の確認は、訂正届または確認済みの報告により、すでに終わっています。",
                    "The birth date has been filed, or reported as right, already."));

    private final Said said;

    ProposalProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
