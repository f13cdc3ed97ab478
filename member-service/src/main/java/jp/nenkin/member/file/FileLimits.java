package jp.nenkin.member.file;

/**
 * How large a file and its parts may be, so that none is ever held in memory as a whole.
 *
 * @param bytes most bytes of a file
 * @param rows most rows, those of other forms too
 * @param lineLength most characters of a line, or of a quoted value that goes over several
 * @param columns most columns of our own CSV
 */
public record FileLimits(long bytes, long rows, int lineLength, int columns) {
    private static final FileLimits STANDARD = new FileLimits(100_000_000, 200_000, 8_192, 100);

    public FileLimits {
        if (bytes < 1 || rows < 1 || lineLength < 1 || columns < 1) {
            throw new IllegalArgumentException("Nothing would be allowed");
        }
    }

    /** Two hundred thousand rows of five hundred bytes. */
    public static FileLimits standard() {
        return STANDARD;
    }
}
