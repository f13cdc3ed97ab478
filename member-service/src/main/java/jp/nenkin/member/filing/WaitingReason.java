package jp.nenkin.member.filing;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a filing waits for an officer's decision. */
public enum WaitingReason implements ProblemCode {
    LATE(
            new Text("届出が遅れています", "Late"),
            new Text(
                    "事実のあった日から60日以上たって受け付けたため、基金の担当者が資料を確かめて決定します。",
                    "It was received 60 days or more after its event: an officer of the fund sees to the evidence and"
                            + " decides.")),
    CLOSED_YEAR(
            new Text("締め切った年度に及びます", "Reaches into a closed year"),
            new Text(
                    "決算を終えた年度の記録を変えるため、基金の担当者が決定します。",
                    "It changes the records of a fiscal year that the fund has closed: an officer decides."));

    private static final int ACCEPTED = 202;

    private final Said said;

    WaitingReason(Text title, Text detail) {
        this.said = new Said(ACCEPTED, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
