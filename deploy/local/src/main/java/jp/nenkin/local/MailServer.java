package jp.nenkin.local;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** A mail server in this JVM that takes every letter and shows it by IMAP: SMTPS and IMAPS only, nothing kept. */
public final class MailServer implements AutoCloseable {
    /** The name among the {@link LocalSecrets} of the password of its key store. */
    static final String KEY_STORE_SECRET = "mail-keystore";

    private final GreenMail server;
    private final int smtps;
    private final int imaps;

    private MailServer(GreenMail server, int smtps, int imaps) {
        this.server = server;
        this.smtps = smtps;
        this.imaps = imaps;
    }

    public static MailServer start(DataFolder folder, int smtps, int imaps) {
        useOurCertificate(folder);
        ServerSetup out = new ServerSetup(smtps, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        ServerSetup in = new ServerSetup(imaps, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS);
        GreenMail server = new GreenMail(new ServerSetup[] {out, in});
        server.start();
        return new MailServer(server, smtps, imaps);
    }

    public String url() {
        return "smtps://localhost:" + smtps;
    }

    public String mailboxUrl() {
        return "imaps://localhost:" + imaps;
    }

    /** How many letters have come in. */
    public int letters() {
        return server.getReceivedMessages().length;
    }

    /** All letters that have come in, the oldest first. */
    public List<Letter> received() {
        return Arrays.stream(server.getReceivedMessages()).map(Letter::read).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Its key and certificate, to be read with the password among the secrets. */
    static void writeKeyStore(DataFolder folder, Path file) {
        char[] password = folder.secrets().of(KEY_STORE_SECRET).toCharArray();
        PrivateFiles.write(file, "");
        try (OutputStream out = Files.newOutputStream(file)) {
            folder.certificates().keyStore("mail", password).store(out, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new LocalFault("The mail server's certificate could not be written", e);
        }
    }

    /** GreenMail takes its key store from properties of the whole JVM only. */
    private static void useOurCertificate(DataFolder folder) {
        Path file = folder.of("certificates").resolve("mail.p12");
        String password = folder.secrets().of(KEY_STORE_SECRET);
        writeKeyStore(folder, file);
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, file.toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, password);
    }
}
