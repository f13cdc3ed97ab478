package jp.nenkin.member.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One pass over all bytes of a file before it is read: how many there are, whether they are text, and whether they are
 * UTF-8. A beginning would not tell: the first name that is not ASCII may stand on the last row.
 */
final class ByteScan {
    private static final int BUFFER = 16_384;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private boolean utf8 = true;
    private boolean marked;
    private long count;

    private ByteScan() {}

    /**
     * The character set of a file: UTF-8 if it begins with a byte order mark or all of it is UTF-8, else windows-31j.
     * Throws {@link FileRefused} if the file is empty, too large or no text.
     */
    static CharacterSet characterSet(FileBytes file, FileLimits limits) throws IOException {
        ByteScan scan = new ByteScan();
        try (InputStream stream = file.open()) {
            scan.read(stream, limits);
        }
        if (scan.count == 0) {
            throw FileRefused.because(FileProblem.FILE_EMPTY, Map.of());
        }
        return scan.marked || scan.utf8 ? CharacterSet.UTF_8 : CharacterSet.WINDOWS_31J;
    }

    private void read(InputStream stream, FileLimits limits) throws IOException {
        byte[] buffer = new byte[BUFFER / 2];
        for (int read = stream.readNBytes(buffer, 0, buffer.length);
                read > 0;
                read = stream.readNBytes(buffer, 0, buffer.length)) {
            if (count == 0) {
                marked = isMarked(buffer, read);
            }
            count += read;
            refuse(buffer, read, limits);
            decode(buffer, read);
        }
        if (utf8) {
            bytes.flip();
            utf8 = !decoder.decode(bytes, characters.clear(), true).isError();
        }
    }

    private void refuse(byte[] buffer, int read, FileLimits limits) {
        if (count > limits.bytes()) {
            throw FileRefused.because(FileProblem.FILE_TOO_LARGE, Map.of("bytes", limits.bytes()));
        }
        for (int i = 0; i < read; i++) {
            if (buffer[i] == 0) {
                throw FileRefused.because(FileProblem.FILE_NOT_TEXT, Map.of());
            }
        }
    }

    private void decode(byte[] buffer, int read) {
        if (!utf8) {
            return;
        }
        bytes.put(buffer, 0, read).flip();
        CoderResult result = decoder.decode(bytes, characters.clear(), false);
        utf8 = !result.isError();
        bytes.compact();
    }

    private static boolean isMarked(byte[] buffer, int read) {
        return read >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
    }
}
