package jp.nenkin.member.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import jp.nenkin.member.file.FileBytes;

/** The bytes of a request, in a temporary file that is gone when this is closed. */
final class SpooledFile implements FileBytes, AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final byte[] sha256;

    private SpooledFile(Path path, byte[] sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /**
     * Keeps what comes, and its hash.
     *
     * @param most bytes that may come; one more is kept, so that whoever reads the file finds it too large
     */
    static SpooledFile of(InputStream body, long most) throws IOException {
        Path path = Files.createTempFile("filing-", ".csv");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                copy(body, out, most + 1);
            }
            return new SpooledFile(path, digest.digest());
        } catch (NoSuchAlgorithmException fault) {
            Files.delete(path);
            throw new IllegalStateException("Every Java has SHA-256", fault);
        } catch (IOException | RuntimeException fault) {
            Files.delete(path);
            throw fault;
        }
    }

    private static void copy(InputStream body, OutputStream out, long most) throws IOException {
        byte[] block = new byte[BLOCK];
        long left = most;
        int read = body.read(block, 0, (int) Math.min(BLOCK, left));
        while (read > 0) {
            out.write(block, 0, read);
            left -= read;
            read = body.read(block, 0, (int) Math.min(BLOCK, left));
        }
    }

    byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
