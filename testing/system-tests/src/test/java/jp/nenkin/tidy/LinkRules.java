package jp.nenkin.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the documents point at is there. */
final class LinkRules {
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)#\\s]+)[^)]*\\)");

    private LinkRules() {}

    static Stream<Finding> check(SourceTree tree) {
        return tree.ending(".md").stream().flatMap(file -> deadLinks(tree, file));
    }

    private static Stream<Finding> deadLinks(SourceTree tree, Path file) {
        List<String> lines = SourceTree.text(file).lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i -> LINK.matcher(lines.get(i))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> Files.notExists(file.resolveSibling(target)))
                        .map(target -> new Finding(
                                tree.named(file), i + 1, "a link to %s, which is not there".formatted(target))));
    }
}
