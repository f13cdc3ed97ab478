package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;

/**
 * One HTTPS connection that is kept open, with no more of HTTP than its server answers: whatever a client needs of the
 * cores that both run on is not the service's to answer for.
 */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;

    KeptConnection(SSLContext tls, URI server, String token) throws IOException {
        this.socket = tls.getSocketFactory().createSocket(server.getHost(), server.getPort());
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.headers = " HTTP/1.1\r\nHost: %s:%d\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(server.getHost(), server.getPort(), token);
    }

    /** The body of a resource; throws unless the answer is 200. */
    String get(String path) throws IOException {
        out.write(("GET " + path + headers).getBytes(US_ASCII));
        out.flush();
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        String body = new String(in.readNBytes(length), UTF_8);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(path + ": " + status + " " + body);
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the server has closed the connection");
            }
            line.append((char) read);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
