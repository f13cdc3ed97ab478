package jp.nenkin.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Folders of the cache, each filled once on this machine however many processes ask for it at the same time. */
final class SharedCache {
    // A file lock holds between processes only.
    private static final Map<String, ReentrantLock> WITHIN_US = new ConcurrentHashMap<>();
    private static final String COMPLETE = ".complete";

    private SharedCache() {}

    /** Fills an empty folder. */
    interface Filler {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    static boolean isComplete(String name) {
        return Files.exists(ProjectFolder.cache().resolve(name).resolve(COMPLETE));
    }

    static Path folder(String name, Filler filler) {
        Path folder = ProjectFolder.cache().resolve(name);
        if (Files.exists(folder.resolve(COMPLETE))) {
            return folder;
        }
        ReentrantLock withinUs = WITHIN_US.computeIfAbsent(name, _ -> new ReentrantLock());
        withinUs.lock();
        try (FileChannel channel = FileChannel.open(
                        folder.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(folder.resolve(COMPLETE))) {
                PrivateFiles.delete(folder);
                filler.fill(PrivateFiles.folder(folder));
                Files.createFile(folder.resolve(COMPLETE));
            }
            return folder;
        } catch (IOException e) {
            throw new LocalFault("Cannot prepare " + folder + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while preparing " + folder, e);
        } finally {
            withinUs.unlock();
        }
    }
}
