package jp.nenkin.local;

import java.nio.file.Path;

/**
 * A server's certificate and private key as PEM files, and the certificate of the CA that signed it.
 *
 * @param certificate the server's certificate, for its own name, localhost, 127.0.0.1 and ::1
 * @param key the private key, PKCS #8, not encrypted, readable by the owner only
 * @param ca what clients must trust
 */
public record ServerCertificate(Path certificate, Path key, Path ca) {}
