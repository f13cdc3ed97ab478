package jp.nenkin.tidy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be seen line by line, without knowing the language. */
final class TextRules {
    static final int COLUMNS = 120;

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private TextRules() {}

    static Stream<Finding> check(SourceTree tree) {
        return Stream.concat(
                tree.ending(".java", ".sql").stream().flatMap(file -> longLines(tree, file)),
                tree.ending(".java", ".sql", ".yaml", ".properties", ".sh", ".xml").stream()
                        .flatMap(file -> unfinished(tree, file)));
    }

    private static Stream<Finding> longLines(SourceTree tree, Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > COLUMNS)
                .mapToObj(i -> new Finding(tree.named(file), i + 1, "more than " + COLUMNS + " columns"));
    }

    private static Stream<Finding> unfinished(SourceTree tree, Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> UNFINISHED.matcher(lines.get(i)).find())
                .mapToObj(i -> new Finding(tree.named(file), i + 1, "a mark of unfinished work"));
    }

    private static List<String> lines(Path file) {
        return SourceTree.text(file).lines().toList();
    }
}
