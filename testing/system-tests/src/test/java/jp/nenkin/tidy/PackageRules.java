package jp.nenkin.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Every package says what it is and that null is the exception in it. */
final class PackageRules {
    private PackageRules() {}

    static Stream<Finding> check(SourceTree tree) {
        return tree.ending(".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder) && !isNullMarked(mainOf(folder)))
                .map(folder -> new Finding(tree.named(folder), 1, "no package-info.java with @NullMarked"));
    }

    /** The tests of a package share the package-info of its main code. */
    private static Path mainOf(Path folder) {
        return Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
    }

    private static boolean isNullMarked(Path folder) {
        Path info = folder.resolve("package-info.java");
        return Files.exists(info) && SourceTree.text(info).contains("@NullMarked");
    }
}
