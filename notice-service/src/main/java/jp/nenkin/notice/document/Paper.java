package jp.nenkin.notice.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.notice.document.Typefaces.Face;
import jp.nenkin.notice.document.Typefaces.Run;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The sheets that a notice is drawn on: text, rules and bands at places, tagged.
 *
 * <p>Lengths are points; y grows downwards from the upper edge. Text is placed by its baseline.
 */
final class Paper implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final Typefaces typefaces = Typefaces.shared();
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    private final PDDocument document = new PDDocument();
    private final Structure structure = new Structure();
    private final List<PDPageContentStream> sheets = new ArrayList<>();
    private PDPage page = new PDPage();

    /** What PDFBox does, with its failures unchecked: the document is in memory, so none is expected. */
    @FunctionalInterface
    private interface Drawing {
        void on(PDPageContentStream sheet) throws IOException;
    }

    int pages() {
        return sheets.size();
    }

    void newPage() {
        page = new PDPage(PDRectangle.A4);
        page.setStructParents(sheets.size());
        document.addPage(page);
        try {
            sheets.add(new PDPageContentStream(document, page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws inside a tag that holds other tags, such as a table. */
    void within(String tag, Runnable drawing) {
        structure.open(tag);
        drawing.run();
        structure.close();
    }

    /** Draws the text of one tag, such as a paragraph or a cell. */
    void content(String tag, Runnable drawing) {
        structure.open(tag);
        int number = structure.content(page);
        draw(sheet -> sheet.beginMarkedContent(COSName.getPDFName(tag), number));
        drawing.run();
        draw(PDPageContentStream::endMarkedContent);
        structure.close();
    }

    /** Draws what a reader need not be told: lines, backgrounds, page numbers. */
    void artifact(Runnable drawing) {
        draw(sheet -> sheet.beginMarkedContent(COSName.ARTIFACT));
        drawing.run();
        draw(PDPageContentStream::endMarkedContent);
    }

    void text(Style style, Spot spot, String text) {
        float x = spot.x();
        for (Run run : typefaces.runs(style.face(), text)) {
            show(style, new Spot(x, spot.y()), run);
            x += width(style, run);
        }
    }

    void textEndingAt(Style style, Spot right, String text) {
        text(style, new Spot(right.x() - width(style, text), right.y()), text);
    }

    float width(Style style, String text) {
        float width = 0;
        for (Run run : typefaces.runs(style.face(), text)) {
            width += width(style, run);
        }
        return width;
    }

    void fill(Area area, Color ink) {
        draw(sheet -> {
            sheet.setNonStrokingColor(ink);
            sheet.addRect(area.x(), HEIGHT - area.y() - area.height(), area.width(), area.height());
            sheet.fill();
        });
    }

    /** A horizontal line, drawn as a thin area: its edge is then where it is said to be. */
    void rule(Area line, Color ink) {
        fill(line, ink);
    }

    PDDocument document() {
        return document;
    }

    byte[] bytes() {
        try {
            for (PDPageContentStream sheet : sheets) {
                sheet.close();
            }
            structure.writeTo(document.getDocumentCatalog());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(Style style, Spot spot, Run run) {
        draw(sheet -> {
            sheet.beginText();
            sheet.setNonStrokingColor(style.ink());
            sheet.setFont(font(run.face()), style.size());
            sheet.newLineAtOffset(spot.x(), HEIGHT - spot.y());
            sheet.showTextWithPositioning(spaced(run));
            sheet.endText();
        });
    }

    /** The text with the room around narrow digits that makes all digits as wide as a zero, so that columns align. */
    private Object[] spaced(Run run) {
        List<Object> parts = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        run.text().codePoints().forEach(character -> {
            float room = roomAround(run.face(), character);
            if (room == 0) {
                piece.appendCodePoint(character);
                return;
            }
            flush(parts, piece);
            parts.add(-room * 500);
            parts.add(Character.toString(character));
            parts.add(-room * 500);
        });
        flush(parts, piece);
        return parts.toArray();
    }

    private static void flush(List<Object> parts, StringBuilder piece) {
        if (!piece.isEmpty()) {
            parts.add(piece.toString());
            piece.setLength(0);
        }
    }

    private float width(Style style, Run run) {
        double em = run.text()
                .codePoints()
                .mapToDouble(character -> typefaces.advance(run.face(), character) + roomAround(run.face(), character))
                .sum();
        return (float) em * style.size();
    }

    private float roomAround(Face face, int character) {
        return character >= '1' && character <= '9'
                ? typefaces.advance(face, '0') - typefaces.advance(face, character)
                : 0;
    }

    private PDType0Font font(Face face) {
        return fonts.computeIfAbsent(face, each -> {
            try {
                return PDType0Font.load(document, typefaces.font(each), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void draw(Drawing drawing) {
        try {
            drawing.on(sheets.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place on the sheet. */
    record Spot(float x, float y) {}

    /** A rectangle on the sheet, by its upper left corner. */
    record Area(float x, float y, float width, float height) {}
}
