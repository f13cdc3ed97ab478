package jp.nenkin.member.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The character sets that employers' files are written in. */
public enum CharacterSet {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_31J(Charset.forName("windows-31j"));

    /** What stands in a text where its bytes are no character; a row with it is refused, so it goes no further. */
    static final char UNDECODABLE = '\uFFFD';

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Charset charset;

    CharacterSet(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** The text of a file without its byte order mark, undecodable bytes marked where they stand. */
    Reader reader(InputStream bytes) throws IOException {
        InputStream marked = new BufferedInputStream(bytes);
        if (this == UTF_8) {
            marked.mark(MARK.length);
            if (!Arrays.equals(marked.readNBytes(MARK.length), MARK)) {
                marked.reset();
            }
        }
        return new InputStreamReader(
                marked,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNDECODABLE)));
    }
}
