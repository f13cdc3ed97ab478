package jp.nenkin.auth.user;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** Why a user is not made or changed. */
enum UserProblem implements ProblemCode {
    LOGIN_ID_TAKEN(
            409,
            new Text("使われているログインIDです", "Login ID taken"),
            new Text(
                    "このログインIDは使われているか、以前使われていました。大文字と小文字は区別しません。",
                    "Somebody has or had this login ID; capital and small letters are the same.")),
    ADMINISTRATOR_FIRST(
            409,
            new Text("先に管理者を登録してください", "An administrator first"),
            new Text("有効な管理者がいません。最初の利用者は管理者にしてください。", "Nobody administers yet: the first user is an administrator.")),
    OWN_ACCOUNT(
            409,
            new Text("自分自身には行えません", "Not to oneself"),
            new Text("自分の利用停止・終了・役割の変更は、ほかの職員が行います。", "Another officer suspends, ends or changes you.")),
    SAME_OFFICER(
            409,
            new Text("同じ職員は承認できません", "The same officer"),
            new Text("提案した職員とは別の承認者が承認します。", "Another officer than the one who proposed it approves.")),
    USER_PROPOSED(
            409,
            new Text("承認待ちの職員です", "Proposed only"),
            new Text(
                    "この職員は承認待ちで、まだ利用できません。承認するか、終了してください。",
                    "This officer awaits an approval and may not act yet. Approve or end it.")),
    USER_NOT_PROPOSED(
            409,
            new Text("承認待ちではありません", "Nothing to approve"),
            new Text("この職員に承認待ちの内容はありません。", "Nothing of this officer awaits an approval.")),
    USER_SUSPENDED(
            409, new Text("停止中の利用者です", "Suspended already"), new Text("この利用者はすでに停止しています。", "This user is suspended.")),
    USER_NOT_SUSPENDED(
            409,
            new Text("停止中ではありません", "Not suspended"),
            new Text("再開できるのは停止中の利用者です。", "Only who is suspended is reinstated.")),
    USER_ENDED(
            409,
            new Text("終了した利用者です", "Ended"),
            new Text("終了した利用者は変更できません。新しい利用者を登録してください。", "Who has ended stays so. Make a new user.")),
    LAST_WITH_ROLE(
            409,
            new Text("最後の担当者です", "The last one with the role"),
            new Text(
                    "有効な実務担当者と承認者は、それぞれ一人以上必要です。先に別の職員に役割を付けてください。",
                    "One operator and one approver must be left. Give the role to somebody else first.")),
    IF_MATCH_MISSING(
            428,
            new Text("If-Match がありません", "No If-Match"),
            new Text(
                    "読み取った version を If-Match ヘッダーに \"3\" の形で付けてください。",
                    "Send the version that you have read as If-Match, such as \"3\".")),
    USER_CHANGED_MEANWHILE(
            412,
            new Text("ほかの人が先に変更しました", "Changed meanwhile"),
            new Text(
                    "今の version は {version} です。読み直してからもう一度行ってください。",
                    "It is at version {version} now. Read it again, then decide."));

    private final Said said;

    UserProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
