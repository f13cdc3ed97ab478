package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * The one-time codes (RFC 6238) of the local system's officers: a secret in a file for each, beside the passwords, and the
 * time of the last code that was given, since Keycloak takes none twice.
 */
public final class OneTimeCodes {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final String ALGORITHM = "HmacSHA1";
    /** A code given now is still the last one, and so still taken, when it arrives. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Path folder;
    private final SecretFiles files;
    private final InstantSource clock;

    OneTimeCodes(Path folder, InstantSource clock) {
        this.folder = folder;
        this.files = new SecretFiles(folder);
        this.clock = clock;
    }

    /** The codes below a data folder. */
    public static OneTimeCodes in(Path dataFolder) {
        return new OneTimeCodes(dataFolder.resolve("one-time-codes"), InstantSource.system());
    }

    /** What Keycloak is told of the person's device; the secret is drawn at random when there is none yet. */
    CredentialRepresentation device(String realm, String loginId) {
        String secret = files.createIfMissing(realm + "." + loginId, SecretFiles::drawn);
        CredentialRepresentation device = new CredentialRepresentation();
        device.setType(CredentialRepresentation.TOTP);
        device.setSecretData("{\"value\":\"%s\"}".formatted(secret));
        device.setCredentialData("""
                {"subType":"totp","digits":%d,"period":%d,"algorithm":"%s"}""".formatted(DIGITS, STEP.toSeconds(), ALGORITHM));
        return device;
    }

    /**
     * A code that nobody was given before; when all that are good by now were given, waits for the next, at most half a
     * minute.
     *
     * @throws IllegalStateException for somebody who was never made known
     */
    public String next(String realm, String loginId) {
        String name = realm + "." + loginId;
        String secret = files.find(name)
                .orElseThrow(() -> new IllegalStateException("no one-time codes for " + loginId + " of " + realm));
        return code(secret, take(folder.resolve(name + ".last")));
    }

    private static String code(String secret, long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS, ALGORITHM)
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM),
                            Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a file and its lock, since a test, a browser and a person at the keyboard may ask at once. */
    private synchronized long take(Path last) {
        try (FileChannel file = FileChannel.open(
                        last, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
            long given = file.read(number, 0) == Long.BYTES ? number.getLong(0) : 0;
            long step = Math.max(given + 1, stepAt(clock.instant().plus(ON_ITS_WAY)) - 1);
            awaitStep(step - 1);
            file.write(number.putLong(0, step).position(0).limit(Long.BYTES), 0);
            return step;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak takes the code of the step that comes next, too. */
    private void awaitStep(long step) {
        try {
            while (stepAt(clock.instant()) < step) {
                Thread.sleep(Duration.between(clock.instant(), Instant.ofEpochSecond(step * STEP.toSeconds()))
                        .plusMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the next code", e);
        }
    }

    private static long stepAt(Instant instant) {
        return instant.getEpochSecond() / STEP.toSeconds();
    }
}
