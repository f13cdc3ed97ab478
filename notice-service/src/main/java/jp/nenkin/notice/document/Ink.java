package jp.nenkin.notice.document;

import java.awt.Color;

/** The colours of the notice: one accent, and greys that stay apart when printed in black and white. */
final class Ink {
    static final Color TEXT = new Color(0x1F, 0x23, 0x28);
    /** Second in rank, yet 7 : 1 against white. */
    static final Color QUIET = new Color(0x4F, 0x57, 0x60);

    static final Color ACCENT = new Color(0x0B, 0x4F, 0x6C);
    static final Color TINT = new Color(0xEC, 0xF2, 0xF4);
    static final Color HAIRLINE = new Color(0xB4, 0xBE, 0xC4);

    private Ink() {}
}
