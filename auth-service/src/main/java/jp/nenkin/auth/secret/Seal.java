package jp.nenkin.auth.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what a row keeps by AES-256-GCM under the key all instances share: nonce, then ciphertext with its tag. */
public final class Seal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random;

    Seal(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key of the edge has %d bytes, not 32".formatted(key.length));
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * Encrypts.
     *
     * @param row what the text belongs to: copied to another row, it does not open
     */
    public byte[] close(String text, byte[] row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(text.getBytes(UTF_8));
            byte[] closed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, closed, NONCE_BYTES, encrypted.length);
            return closed;
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("What a row keeps cannot be encrypted", fault);
        }
    }

    /**
     * Decrypts.
     *
     * @throws Broken when it was closed with another key, for another row, or changed since
     */
    public String open(byte[] closed, byte[] row) {
        byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, row);
            return new String(cipher.doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES), UTF_8);
        } catch (AEADBadTagException fault) {
            throw new Broken(fault);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("What a row keeps cannot be decrypted", fault);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row);
        return cipher;
    }

    /** What does not open under our key, for this row. */
    public static final class Broken extends RuntimeException {
        Broken(Throwable cause) {
            super("Not closed with this key for this row", cause);
        }
    }
}
