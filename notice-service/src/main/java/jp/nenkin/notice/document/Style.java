package jp.nenkin.notice.document;

import java.awt.Color;
import jp.nenkin.notice.document.Typefaces.Face;

/** How a piece of text looks. */
record Style(Face face, float size, Color ink) {
    static Style regular(float size) {
        return new Style(Face.REGULAR, size, Ink.TEXT);
    }

    static Style bold(float size) {
        return new Style(Face.BOLD, size, Ink.TEXT);
    }

    Style in(Color other) {
        return new Style(face, size, other);
    }

    Style at(float otherSize) {
        return new Style(face, otherSize, ink);
    }
}
