package jp.nenkin.notice.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of the notice, read once in the life of the process: reading them takes longer than a hundred notices. */
final class Typefaces {
    /** What stands for a character that no font has: the geta mark of Japanese printers. */
    private static final int GETA = 0x3013;

    private static final String FOLDER = "/fonts/";

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

    private Typefaces() {
        for (Face face : Face.values()) {
            TrueTypeFont font = read(face.file);
            fonts.put(face, new Font(font, cmap(font), unitsPerEm(font)));
        }
    }

    static Typefaces shared() {
        return Once.TYPEFACES;
    }

    TrueTypeFont font(Face face) {
        return of(face).font;
    }

    /** The text in pieces of one face each; a character that none has becomes the geta mark. */
    List<Run> runs(Face wanted, String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        Face current = wanted;
        for (int character :
                text.codePoints().filter(each -> !isVariationSelector(each)).toArray()) {
            Face face = faceFor(wanted, character);
            if (face != current && !piece.isEmpty()) {
                runs.add(new Run(current, piece.toString()));
                piece.setLength(0);
            }
            current = face;
            piece.appendCodePoint(has(face, character) ? character : GETA);
        }
        if (!piece.isEmpty()) {
            runs.add(new Run(current, piece.toString()));
        }
        return runs;
    }

    /** The width of a character in a face that has it, as a part of the font size. */
    float advance(Face face, int character) {
        Font font = of(face);
        try {
            return font.font.getAdvanceWidth(font.cmap.getGlyphId(character)) / font.unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Face faceFor(Face wanted, int character) {
        return !has(wanted, character) && has(Face.RARE, character) ? Face.RARE : wanted;
    }

    private boolean has(Face face, int character) {
        return of(face).cmap.getGlyphId(character) != 0;
    }

    private Font of(Face face) {
        Font font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("no font for " + face);
        }
        return font;
    }

    /** They choose among shapes of one character; without them the usual shape is printed. */
    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    private static TrueTypeFont read(String file) {
        try (InputStream in = Typefaces.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + file);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            // Ligatures would cost two thirds of a notice's time, and Japanese has none.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup cmap(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float unitsPerEm(TrueTypeFont font) {
        try {
            return font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cut of the letters, and the font file it is in. */
    enum Face {
        REGULAR("biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf"),
        BOLD("biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf"),
        /** For characters of names that the others lack. */
        RARE("noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    /** Text that one face can print. */
    record Run(Face face, String text) {}

    private record Font(TrueTypeFont font, CmapLookup cmap, float unitsPerEm) {}

    private static final class Once {
        static final Typefaces TYPEFACES = new Typefaces();
    }
}
