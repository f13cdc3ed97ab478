package jp.nenkin.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** That one system at a time runs on a data folder; the operating system lets go of it however we end. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        Path file = PrivateFiles.folder(folder).resolve("lock");
        Path holder = folder.resolve("lock.holder");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                String who = Files.exists(holder)
                        ? " (process " + Files.readString(holder).strip() + ")"
                        : "";
                throw new LocalFault("A local system is already running on %s%s: stop it or choose another --data."
                        .formatted(folder, who));
            }
            PrivateFiles.write(holder, ProcessHandle.current().pid() + "\n");
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new LocalFault("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalFault("Cannot unlock the data folder: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
