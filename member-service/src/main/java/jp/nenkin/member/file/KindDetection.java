package jp.nenkin.member.file;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of files by the form of their first two lines. */
final class KindDetection {
    /** Ends the first line of SHFD0006: the code of the representative form. */
    private static final Pattern SHFD_MEDIUM = Pattern.compile(".*,[0-9]{8},22223");

    private static final Pattern KNFD_MEDIUM = Pattern.compile("[0-9]{1,7},[0-9]{3},[0-9]{8}(,.*)?");

    private KindDetection() {}

    /** The kind of a file; throws {@link FileRefused} if it is none, or another than was said. */
    static FileKind kind(Reader text, @Nullable FileKind said, FileLimits limits) throws IOException {
        BoundedLines lines = new BoundedLines(text, limits.lineLength());
        String first = textOf(lines.next());
        String second = textOf(lines.next());
        FileKind found =
                found(first, second).orElseThrow(() -> FileRefused.because(FileProblem.FILE_KIND_UNKNOWN, Map.of()));
        if (said != null && said != found) {
            throw FileRefused.because(
                    FileProblem.FILE_KIND_NOT_AS_SAID, Map.of("said", said.name(), "found", found.name()));
        }
        return found;
    }

    private static Optional<FileKind> found(String first, String second) {
        if (!SplitLine.trimmed(second).equals(LayoutHeader.MANAGEMENT)) {
            return Optional.of(FileKind.OURS).filter(_ -> namesType(first));
        }
        if (SHFD_MEDIUM.matcher(SplitLine.trimmed(first)).matches()) {
            return Optional.of(FileKind.SHFD0006);
        }
        return Optional.of(FileKind.KNFD0006)
                .filter(_ -> KNFD_MEDIUM.matcher(first).matches());
    }

    private static boolean namesType(String header) {
        List<String> names = SplitLine.items(Normalizer.normalize(header, Normalizer.Form.NFKC));
        return names.stream()
                .map(name -> name.strip().replace("\"", ""))
                .anyMatch(name ->
                        OurColumn.of(name).filter(OurColumn.TYPE::equals).isPresent());
    }

    private static String textOf(BoundedLines.@Nullable Line line) {
        return line == null ? "" : line.text();
    }
}
