package jp.nenkin.member.upload;

/** A row could not be filed for a reason that no rule foresees. */
final class RowFault extends RuntimeException {
    private final transient FilingFile file;
    private final long line;

    RowFault(FilingFile file, long line, RuntimeException cause) {
        super("file " + file.id() + ", line " + line, cause);
        this.file = file;
        this.line = line;
    }

    FilingFile file() {
        return file;
    }

    long line() {
        return line;
    }
}
