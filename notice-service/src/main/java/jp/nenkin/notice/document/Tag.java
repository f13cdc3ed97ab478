package jp.nenkin.notice.document;

/** What a piece of the notice is to those who have it read out. */
enum Tag {
    DOCUMENT("Document", ""),
    SECTION("Sect", ""),
    TITLE("H1", ""),
    HEADING("H2", ""),
    SUBHEADING("H3", ""),
    PARAGRAPH("P", ""),
    TABLE("Table", ""),
    ROW("TR", ""),
    COLUMN_HEAD("TH", "Column"),
    ROW_HEAD("TH", "Row"),
    CELL("TD", "");

    final String type;
    /** What a table's head is the head of; empty for all others. */
    final String scope;

    Tag(String type, String scope) {
        this.type = type;
        this.scope = scope;
    }
}
