package jp.nenkin.auth.email;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why an address is not taken, or a link opens nothing. */
public enum EmailProblem implements ProblemCode {
    EMAIL_FORM(
            400,
            new Text("メールアドレスの形が違います", "Not a mail address"),
            new Text(
                    "半角の英数字と - _ . + @ で、6～255文字で入力してください(@ の前は64文字まで)。",
                    "Give 6 to 255 half-width letters, digits and - _ . + @, at most 64 of them before the @.")),
    LINK_OVER(
            410,
            new Text("このリンクまたはコードは使えません", "This link or code opens nothing"),
            new Text(
                    "正しくないか、期限が過ぎたか、すでに使われています。コードの場合は、加入者番号とコードをお確かめください。",
                    "It is wrong, past its time or used already. Of a code, please check it and the member number.")),
    NOTHING_TO_CONFIRM(
            409,
            new Text("確認待ちのメールアドレスがありません", "No address to confirm"),
            new Text("メールアドレスは確認済みか、登録されていません。", "Your address is confirmed already, or there is none."));

    private final Said said;

    EmailProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
