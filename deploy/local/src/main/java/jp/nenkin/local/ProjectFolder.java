package jp.nenkin.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies, found from -Dnenkin.root or upwards from the working folder. */
final class ProjectFolder {
    private ProjectFolder() {}

    static Path root() {
        String told = System.getProperty("nenkin.root");
        if (told != null && !told.isBlank()) {
            return Path.of(told).toAbsolutePath();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new LocalFault("No project around " + here + ": start from inside it or give -Dnenkin.root=FOLDER.");
    }

    /** What every run on this machine shares and may be deleted at any time: unpacked and built servers. */
    static Path cache() {
        return PrivateFiles.folder(root().resolve(".nenkin").resolve("cache"));
    }
}
