package jp.nenkin.member.file;

import jp.nenkin.kit.Text;

/** What a filer is told about a row that is no error. */
public enum RowNote {
    MY_NUMBER_DROPPED(new Text(
            "個人番号(マイナンバー)は基金では使いません。読み取らずに破棄しました。", "The fund does not use My Number: it was dropped unread.")),
    BASE_SALARY_NOT_OF_REMUNERATION(new Text(
            "基金の標準給与が報酬月額の等級と異なります。標準給与の欄によりました。",
            "The fund's standard pay is another grade than the remuneration's: the standard pay was taken."));

    private final Text text;

    RowNote(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
