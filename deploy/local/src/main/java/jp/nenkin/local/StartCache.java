package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a service's virtual machine has kept of an earlier run of the same jars: classes loaded and linked, and which
 * methods are worth compiling. It takes half of a start.
 *
 * <p>The machine checks a cache against its own build and every jar, and goes on without one that does not fit.
 *
 * @param file beside the jar: a build that replaces the jar's folder takes it away
 */
record StartCache(Path jar, Path file) {

    static StartCache of(Path jar) {
        return new StartCache(jar, jar.resolveSibling("start-" + Runtime.version() + ".aot"));
    }

    /** Whether there is one, made after the jar. */
    boolean isPresent() {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the virtual machine is told to start with it, or else to make one when it ends. */
    List<String> options() {
        return List.of(isPresent() ? "-XX:AOTCache=" + file : "-XX:AOTCacheOutput=" + unfinished());
    }

    /** Keeps what a machine has made that ended by itself; one that was killed may have left half of it. */
    void keep() {
        try {
            if (Files.isRegularFile(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a killed machine has left. */
    void discardUnfinished() {
        try {
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
