package jp.nenkin.member.file;

/**
 * What may stand in a column.
 *
 * @param field by which the code knows it
 * @param longest in bytes of Shift_JIS, where a full-width character has two
 * @param required whether every row has it
 */
record Item(Column column, String field, Content content, int longest, boolean required) {

    /** Of what characters an item is. */
    enum Content {
        TEXT,
        DIGITS,
        KANA
    }
}
