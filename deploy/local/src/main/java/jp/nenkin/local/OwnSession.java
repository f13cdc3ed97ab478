package jp.nenkin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How a child gets a session of its own, so that Ctrl-C reaches only us and we stop the children in order. */
final class OwnSession {
    private static final List<String> PREFIX = found();

    private OwnSession() {}

    static List<String> prefix() {
        return PREFIX;
    }

    static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> found() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        // macOS has no setsid, but perl.
        return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die");
    }
}
