package jp.nenkin.member.file;

import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;

/** What can be wrong with an employer's file, as a whole or on a row. */
public enum FileProblem implements ProblemCode {
    FILE_EMPTY(new Text("ファイルが空です", "Empty file"), new Text("ファイルに何も入っていません。", "There is nothing in the file.")),
    FILE_WITHOUT_ROWS(
            new Text("届出の行がありません", "No rows"),
            new Text("ファイルには先頭の行だけがあり、届出が一つもありません。", "The file has its first lines alone, and not one filing.")),
    FILE_TOO_LARGE(
            new Text("ファイルが大きすぎます", "File too large"),
            new Text("{bytes} バイトまでのファイルに分けてください。", "Divide it into files of {bytes} bytes at most.")),
    FILE_NOT_TEXT(
            new Text("テキストのファイルではありません", "Not a text file"),
            new Text(
                    "表計算のファイルや UTF-16 は読めません。CSV(UTF-8 か Shift_JIS)で保存してください。",
                    "Spreadsheets and UTF-16 cannot be read. Save it as CSV in UTF-8 or Shift_JIS.")),
    FILE_KIND_UNKNOWN(
            new Text("ファイルの種類がわかりません", "Unknown kind of file"),
            new Text(
                    "1 行目に列名「届書種別」のある CSV、または 2 行目が [kanri] の SHFD0006.CSV か KNFD0006.CSV にしてください。",
                    "Expected is a CSV with a column named type in its first line, or SHFD0006.CSV or KNFD0006.CSV,"
                            + " whose second line is [kanri].")),
    FILE_KIND_NOT_AS_SAID(
            new Text("指定された種類のファイルではありません", "Not the kind that was said"),
            new Text("{said} と指定されましたが、ファイルは {found} の形です。", "It is said to be {said}, but has the form of {found}.")),
    HEADER_INVALID(
            new Text("ファイルの先頭に誤りがあります", "Header invalid"),
            new Text(
                    "データ行より前の行に誤りがあります({count} 件)。errors を直してください。",
                    "The lines before the data are at fault ({count}). Correct what is listed under errors.")),
    TOO_MANY_ROWS(
            new Text("行が多すぎます", "Too many rows"),
            new Text("{rows} 行までのファイルに分けてください。", "Divide it into files of {rows} rows at most.")),
    QUOTES_BROKEN(
            new Text("引用符が正しくありません", "Quotes broken"),
            new Text(
                    "引用符(\")が閉じていないか、閉じたあとに文字がある行があります。その行から先は読めません。",
                    "In a row a quote (\") is not closed or something follows it."
                            + " From that row on nothing can be read.")),
    MY_NUMBER_IN_TEXT(
            new Text("個人番号は受け付けていません", "My Number is not taken"),
            new Text(
                    "「{column}」に12桁の番号があります。個人番号を取り除いて送り直してください。値は保存していません。",
                    "{column} has a number of 12 digits. Take the My Number out and send it again."
                            + " The value was not kept.")),
    HEADER_LINE_UNEXPECTED(
            new Text("行の内容が違います", "Unexpected line"),
            new Text("{row} 行目には {expected} が必要です。", "Line {row} must be {expected}.")),
    SITES_NOT_AS_COUNTED(
            new Text("事業所の数が違います", "Establishments not as counted"),
            new Text(
                    "事業所数は {said} とありますが、事業所情報は {found} 行です。",
                    "{said} establishments are announced, but {found} are listed.")),
    COLUMN_UNKNOWN(
            new Text("知らない列名です", "Unknown column"),
            new Text(
                    "「{column}」の列名は使えません。列名を直すか、列を取り除いてください。",
                    "The name of {column} is not one of ours. Correct it or take the column out.")),
    COLUMN_REPEATED(
            new Text("列名が重複しています", "Column repeated"),
            new Text("列「{column}」が 2 つあります。1 つにしてください。", "The column {column} is there twice. Keep one.")),
    TOO_MANY_COLUMNS(
            new Text("列が多すぎます", "Too many columns"),
            new Text("列は {most} までです。", "There may be {most} columns at most.")),
    LINE_TOO_LONG(
            new Text("行が長すぎます", "Line too long"),
            new Text(
                    "{row} 行目は {longest} 文字を超えています。改行が抜けていないか確かめてください。",
                    "Line {row} has more than {longest} characters. See whether a line break is missing.")),
    ITEM_COUNT_WRONG(
            new Text("項目の数が違います", "Wrong number of items"),
            new Text(
                    "{row} 行目は {expected} 項目のはずですが、{found} 項目です。値の中にコンマがないか確かめてください。",
                    "Line {row} has {found} items instead of {expected}. See whether there is a comma within one.")),
    FORM_CODE_INVALID(
            new Text("様式コードが正しくありません", "Not a form code"),
            new Text("{row} 行目の先頭は 7 桁の様式コードにしてください。", "Line {row} must begin with a form code of 7 digits.")),
    CHARACTER_UNDECODABLE(
            new Text("文字コードに誤りがあります", "Undecodable bytes"),
            new Text(
                    "「{column}」に読めない文字があります。ファイルの文字コードを確かめ、入力し直してください。",
                    "{column} holds bytes that are no character. See to the file's character set and enter it again.")),
    CHARACTER_PRIVATE(
            new Text("外字は使えません", "Private character"),
            new Text(
                    "「{column}」に外字があります。ほかのコンピューターでは読めないので、標準の文字にしてください。",
                    "{column} holds a character made by a user, which no other computer knows. Use a standard one.")),
    CHARACTER_CONTROL(
            new Text("制御文字は使えません", "Control character"),
            new Text("「{column}」から改行やタブなどを取り除いてください。", "Take line breaks, tabs and the like out of {column}.")),
    ITEM_MISSING(new Text("値がありません", "Item missing"), new Text("「{column}」を入力してください。", "{column} must be given.")),
    ITEM_NOT_OF_TYPE(
            new Text("この届書にない項目です", "Not an item of this type"),
            new Text("この届書種別では「{column}」を空にしてください。", "{column} must be empty in a row of this type.")),
    ITEM_TOO_LONG(
            new Text("値が長すぎます", "Item too long"),
            new Text(
                    "「{column}」は {longest} バイト(全角 {fullWidth} 文字)までです。",
                    "{column} may have {longest} bytes, which are {fullWidth} full-width characters.")),
    ITEM_NOT_DIGITS(
            new Text("数字ではありません", "Not digits"), new Text("「{column}」は数字だけにしてください。", "{column} must be digits alone.")),
    ITEM_NOT_KANA(new Text("カナではありません", "Not kana"), new Text("「{column}」はカナにしてください。", "{column} must be in kana.")),
    DIGITS_WRONG_COUNT(
            new Text("桁数が正しくありません", "Wrong number of digits"),
            new Text("「{column}」は {digits} 桁の数字にしてください。", "{column} must have {digits} digits.")),
    ITEM_FORM_INVALID(
            new Text("書き方が正しくありません", "Wrong form"),
            new Text("「{column}」は {expected} のような形で入力してください。", "{column} must have a form such as {expected}.")),
    CODE_UNKNOWN(
            new Text("決められた値ではありません", "Unknown code"),
            new Text("「{column}」は次のいずれかにしてください: {allowed}", "{column} must be one of: {allowed}")),
    AMOUNT_INVALID(
            new Text("金額が正しくありません", "Not an amount"),
            new Text("「{column}」は円の単位の整数にしてください。", "{column} must be a whole number of yen.")),
    DATE_INVALID(
            new Text("日付が正しくありません", "Not a date"),
            new Text(
                    "「{column}」は暦にある日付を {expected} の形で書いてください。",
                    "{column} must be a day of the calendar, written as {expected}.")),
    DATE_NOT_OF_ERA(
            new Text("元号と日付が合いません", "Date not of its era"),
            new Text(
                    "「{column}」はその元号にない日付です。明治は 45 年 7 月 29 日、大正は 15 年 12 月 24 日、昭和は 64 年 1 月 7 日、"
                            + "平成は 31 年 4 月 30 日までで、それぞれの翌日に次の元号が始まります。",
                    "{column} is no day of its era. Meiji ends on 45-07-29, Taisho on 15-12-24, Showa on 64-01-07 and"
                            + " Heisei on 31-04-30; the next era begins on the day after.")),
    DATE_HALF_GIVEN(
            new Text("日付がそろっていません", "Half a date"),
            new Text("「{column}」は元号とともに入力するか、どちらも空にしてください。", "Give {column} with its era, or neither.")),
    NAME_INVALID(
            new Text("氏名が正しくありません", "Not a name"),
            new Text("「{column}」に氏名に使えない文字があります。", "{column} holds characters that no name has.")),
    PERSON_NOT_IDENTIFIED(
            new Text("だれの届出かわかりません", "Nobody named"),
            new Text(
                    "加入者番号、被保険者整理番号、基礎年金番号のいずれか、または氏名と生年月日を入力してください。",
                    "Give a member number, an insured number, a basic pension number, or name and birth date.")),
    REMUNERATION_MISSING(
            new Text("報酬月額がありません", "No remuneration"),
            new Text("「{column}」に 0 円より多い額を入力してください。", "{column} must be more than 0 yen.")),
    STANDARD_PAY_NOT_UNITS(
            new Text("口数になりません", "Not a number of units"),
            new Text("「{column}」は {yen} 円の倍数にしてください。", "{column} must be a multiple of {yen} yen.")),
    BASE_SALARY_NOT_GIVEN(
            new Text("基準給与も口数もありません", "Neither base salary nor units"),
            new Text("基準給与か口数を入力してください。", "Give a base salary or units.")),
    LOSS_DAYS_DIFFER(
            new Text("喪失日が退職・死亡の日と合いません", "Loss does not follow"),
            new Text(
                    "「{column}」は退職・死亡の日の翌日 {expected} になります。転籍では退職・死亡の日を空にしてください。",
                    "{column} must be {expected}, the day after retirement or death."
                            + " Leave that empty for a transfer of employment.")),
    LOSS_CAUSE_NOT_OURS(
            new Text("基金の資格喪失になりません", "Not a loss with the fund"),
            new Text(
                    "75 歳到達、障害認定、社会保障協定では基金の資格を喪失しません。この行を取り除いてください。",
                    "Neither reaching 75, nor disability, nor a social security agreement ends membership of the fund."
                            + " Take this line out."));

    private static final int UNPROCESSABLE = 422;

    private final Said said;

    FileProblem(Text title, Text detail) {
        this.said = new Said(UNPROCESSABLE, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
