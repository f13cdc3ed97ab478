package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Children of a run that was killed: they see it and end, but need seconds for it, in which their data is theirs. */
final class Leftovers {
    private Leftovers() {}

    /** Notes a child beside its log. */
    static void note(Path log, ProcessHandle child) {
        PrivateFiles.write(log.resolveSibling(log.getFileName() + ".pid"), child.pid() + " " + start(child) + "\n");
    }

    /** The children noted in this folder of logs that are alive. */
    static List<ProcessHandle> in(Path logs) {
        List<ProcessHandle> alive = new ArrayList<>();
        if (!Files.isDirectory(logs)) {
            return alive;
        }
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(logs, "*.pid")) {
            for (Path note : notes) {
                read(note).ifPresent(alive::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alive;
    }

    /** A process of the same number that began at another time is somebody else. */
    private static Optional<ProcessHandle> read(Path note) throws IOException {
        String[] words = Files.readString(note).strip().split(" ", 2);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> start(process).equals(words[1]));
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
