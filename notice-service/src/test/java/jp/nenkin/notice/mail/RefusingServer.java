package jp.nenkin.notice.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.LocalCertificates;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail server that greets everyone and takes nobody's mail: every recipient gets the same code, and is quoted. */
final class RefusingServer implements AutoCloseable {
    private final ServerSocket socket;
    private final int code;
    private final List<String> recipients = new CopyOnWriteArrayList<>();

    private RefusingServer(ServerSocket socket, int code) {
        this.socket = socket;
        this.code = code;
    }

    static RefusingServer start(int code) throws Exception {
        return start(code, DataFolder.at(Path.of(setting("nenkin.test.folder"))).certificates());
    }

    static RefusingServer start(int code, LocalCertificates certificates) throws Exception {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys(certificates), null, null);
        ServerSocket socket = tls.getServerSocketFactory()
                .createServerSocket(
                        Integer.parseInt(setting("nenkin.smtp.port")), 50, InetAddress.getLoopbackAddress());
        RefusingServer server = new RefusingServer(socket, code);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** Whom somebody wanted to write to, as often as tried. */
    List<String> recipients() {
        return List.copyOf(recipients);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                // The loop's condition says whether it was our end or the client's.
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                Writer out = new OutputStreamWriter(client.getOutputStream(), US_ASCII)) {
            say(out, "220 refusing");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipients.add(line);
                    say(out, code + " not now, not here: " + line);
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException gone) {
            // A client that goes in the middle is none of ours any more.
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    private static KeyManager[] keys(LocalCertificates certificates) throws GeneralSecurityException {
        char[] password = "of this run".toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificates.keyStore("mail", password), password);
        return keys.getKeyManagers();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
