package jp.nenkin.kit;

/** The refusals every service shares. */
public enum KitProblem implements ProblemCode {
    UNAUTHORIZED(
            401,
            new Text("認証が必要です", "Authentication required"),
            new Text("有効なアクセストークンを付けてください。", "Send a valid access token.")),
    FORBIDDEN(
            403,
            new Text("許可されていません", "Forbidden"),
            new Text("この操作または情報は、あなたには許可されていません。", "You may not do or see this.")),
    NOT_FOUND(404, new Text("見つかりません", "Not found"), new Text("指定された情報はありません。", "There is nothing here.")),
    METHOD_NOT_ALLOWED(
            405,
            new Text("このメソッドは使えません", "Method not allowed"),
            new Text("このパスにこのメソッドはありません。", "This path does not have this method.")),
    NOT_ACCEPTABLE(
            406,
            new Text("この形式では返せません", "Not acceptable"),
            new Text(
                    "Accept ヘッダーにこの操作が返す形式を指定してください(application/json、表では text/csv も)。",
                    "Accept what this operation answers: application/json, or text/csv of some lists.")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            new Text("この形式は受け付けません", "Unsupported media type"),
            new Text(
                    "Content-Type ヘッダーにこの操作が受け付ける形式を指定してください(application/json、ファイルは text/csv)。",
                    "Send the Content-Type that this operation takes: application/json, or text/csv of a file.")),
    PAYLOAD_TOO_LARGE(
            413,
            new Text("本文が大きすぎます", "Payload too large"),
            new Text("本文は {limit} バイトまでです。", "A body may have up to {limit} bytes.")),
    MALFORMED(
            400,
            new Text("読み取れません", "Cannot be read"),
            new Text("本文は JSON として読み取れません。", "The body cannot be read as JSON.")),
    INVALID(
            400,
            new Text("入力に誤りがあります", "Invalid input"),
            new Text("errors の各項目を直してください。", "Correct the fields listed under errors.")),
    FIELD_UNREADABLE(
            400,
            new Text("項目を読み取れません", "Unreadable field"),
            new Text("値の形式が正しくありません。", "The value does not have the form it must have.")),
    FIELD_UNKNOWN(400, new Text("知らない項目です", "Unknown field"), new Text("この項目はありません。", "There is no such field.")),
    PARAMETER_UNREADABLE(
            400,
            new Text("パラメーターを読み取れません", "Unreadable parameter"),
            new Text("{example} のような形で指定してください。", "Give it in a form such as {example}.")),
    PARAMETER_NOT_ONE_OF(
            400,
            new Text("パラメーターの値が違います", "Parameter with another value"),
            new Text("次のどれかを指定してください: {allowed}。", "Give one of these: {allowed}.")),
    PARAMETER_UNKNOWN(
            400,
            new Text("知らないパラメーターです", "Unknown parameter"),
            new Text(
                    "このパラメーターはありません。この操作にあるもの: [{allowed}]",
                    "There is no such parameter. This operation has: [{allowed}]")),
    BAD_REQUEST(400, new Text("要求に誤りがあります", "Bad request"), new Text("要求を読み取れません。", "The request cannot be read.")),
    IDEMPOTENCY_KEY_MISSING(
            400,
            new Text("Idempotency-Key がありません", "No Idempotency-Key"),
            new Text(
                    "要求ごとに一意の Idempotency-Key ヘッダーを付けてください。",
                    "Send an Idempotency-Key header that is unique to this request.")),
    IDEMPOTENCY_KEY_MALFORMED(
            400,
            new Text("Idempotency-Key の形式が違います", "Malformed Idempotency-Key"),
            new Text("Idempotency-Key は 1~255 文字の印字可能な ASCII です。", "It is 1 to 255 visible ASCII characters.")),
    IDEMPOTENCY_KEY_REUSED(
            422,
            new Text("Idempotency-Key が別の要求で使われています", "Idempotency-Key used before"),
            new Text("この Idempotency-Key は内容の異なる要求で使われました。", "This key was used for a request of other content.")),
    IDEMPOTENCY_KEY_IN_PROGRESS(
            409,
            new Text("同じ要求を処理しています", "Request in progress"),
            new Text(
                    "同じ Idempotency-Key の要求を処理しています。後でもう一度送ってください。",
                    "A request with this key is in progress. Try again.")),
    UNAVAILABLE(
            503,
            new Text("一時的に利用できません", "Temporarily unavailable"),
            new Text("しばらくしてからもう一度送ってください。", "Try again in a moment.")),
    INTERNAL_ERROR(
            500,
            new Text("内部エラー", "Internal error"),
            new Text("処理できませんでした。instance の番号を添えてお問い合わせください。", "It failed. Quote the instance when you ask us."));

    private final Said said;

    KitProblem(int status, Text title, Text detail) {
        this.said = new Said(status, title, detail);
    }

    @Override
    public Said said() {
        return said;
    }
}
