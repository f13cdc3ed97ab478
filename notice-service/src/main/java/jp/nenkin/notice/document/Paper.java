package jp.nenkin.notice.document;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import jp.nenkin.notice.document.Typefaces.Face;
import jp.nenkin.notice.document.Typefaces.Run;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * The sheets that a notice is drawn on: text, rules and bands at places, tagged.
 *
 * <p>Lengths are points; y grows downwards from the upper edge. Text is placed by its baseline.
 */
final class Paper implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Typefaces typefaces = Typefaces.shared();
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    private final PDDocument document = new PDDocument();
    private final Structure structure = new Structure();
    private final List<PDPageContentStream> sheets = new ArrayList<>();
    private PDPage page = new PDPage();
    private @Nullable PDPageContentStream sheet;

    /** What PDFBox does, with its failures unchecked: the document is in memory, so none is expected. */
    @FunctionalInterface
    private interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    int pages() {
        return sheets.size();
    }

    /** Draws on a page again, the first being 0. */
    void turnTo(int number) {
        sheet = sheets.get(number);
        page = document.getPage(number);
    }

    void newPage() {
        page = new PDPage(PDRectangle.A4);
        page.setStructParents(sheets.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        try {
            sheets.add(new PDPageContentStream(document, page));
            turnTo(sheets.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws inside a tag that holds other tags, such as a table. */
    void within(Tag tag, Runnable drawing) {
        structure.open(tag);
        drawing.run();
        structure.close();
    }

    /** Draws the text of one tag, such as a paragraph or a cell. */
    void content(Tag tag, Runnable drawing) {
        structure.open(tag);
        int number = structure.content(page);
        draw(on -> on.beginMarkedContent(COSName.getPDFName(tag.type), number));
        drawing.run();
        draw(PDPageContentStream::endMarkedContent);
        structure.close();
    }

    /** Draws what a reader need not be told: lines, backgrounds, page numbers. */
    void artifact(Runnable drawing) {
        draw(on -> on.beginMarkedContent(COSName.ARTIFACT));
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
        draw(on -> {
            on.setNonStrokingColor(ink);
            on.addRect(area.x(), HEIGHT - area.y() - area.height(), area.width(), area.height());
            on.fill();
        });
    }

    /** The style, smaller where the text would be wider than the room for it. */
    Style fitted(Style style, float room, String text) {
        float width = width(style, text);
        return width <= room ? style : style.at(style.size() * room / width);
    }

    /** What the document says of itself: a title, the language and the day, nothing of the member. */
    void describe(String title, LocalDate day) {
        Calendar created = GregorianCalendar.from(day.atStartOfDay(TOKYO));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentId(day.toEpochDay());
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("ja-JP");
        PDViewerPreferences view = new PDViewerPreferences(new COSDictionary());
        view.setDisplayDocTitle(true);
        catalog.setViewerPreferences(view);
    }

    byte[] bytes() {
        try {
            for (PDPageContentStream each : sheets) {
                each.close();
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
        draw(on -> {
            on.beginText();
            on.setNonStrokingColor(style.ink());
            on.setFont(font(run.face()), style.size());
            on.newLineAtOffset(spot.x(), HEIGHT - spot.y());
            on.showText(run.text());
            on.endText();
        });
    }

    private float width(Style style, Run run) {
        double em = run.text()
                .codePoints()
                .mapToDouble(character -> typefaces.advance(run.face(), character))
                .sum();
        return (float) em * style.size();
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
            drawing.on(requireNonNull(sheet, "no page yet"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place on the sheet. */
    record Spot(float x, float y) {}

    /** A rectangle on the sheet, by its upper left corner. */
    record Area(float x, float y, float width, float height) {}
}
