package jp.nenkin.auth.account;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why there is no login ID, or no other. */
public enum AccountProblem implements ProblemCode {
    LOGIN_ID_FORM(
            400,
            new Text("ログインIDの形が違います", "Not a login ID"),
            new Text("半角の英数字と - _ . @ + で、6～80文字で入力してください。", "Give 6 to 80 half-width letters, digits and - _ . @ +.")),
    PASSWORD_FORM(
            400,
            new Text("パスワードの形が違います", "Not a password"),
            new Text(
                    "半角の英字と数字をどちらも含めて、8～12文字で入力してください。",
                    "Give 8 to 12 half-width letters and digits, at least one of each.")),
    PASSWORD_IS_LOGIN_ID(
            400,
            new Text("ログインIDと同じパスワードは使えません", "The password is the login ID"),
            new Text("ログインIDと違うパスワードを入力してください。", "Give a password other than the login ID.")),
    PASSWORD_COMMON(
            400,
            new Text("このパスワードは使えません", "Not this password"),
            new Text(
                    "推測されやすいか、最近使ったパスワードです。別のパスワードを入力してください。",
                    "It is easily guessed, or one of your last. Give another.")),
    LOGIN_ID_TAKEN(
            409,
            new Text("このログインIDは使えません", "This login ID is taken"),
            new Text("別のログインIDを入力してください。", "Give another login ID.")),
    ALREADY_REGISTERED(
            409,
            new Text("ログインIDは登録済みです", "You have a login ID already"),
            new Text(
                    "ログインIDをお忘れの場合は、「ログインIDを忘れた方」からお手続きください。",
                    "If you forgot it, please use \"Forgot your login ID\".")),
    REGISTRATION_IN_PROGRESS(
            409,
            new Text("登録の途中です", "A registration is under way"),
            new Text("1分ほど待ってから、もう一度お試しください。", "Try again in about a minute.")),
    REGISTRATION_OVER(
            410,
            new Text("登録の有効時間が過ぎました", "This registration is over"),
            new Text("お手数ですが、はじめから登録してください。", "Please begin again."));

    private final Said said;

    AccountProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
