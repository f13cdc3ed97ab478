package jp.nenkin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import javax.net.ssl.SSLContext;
import jp.nenkin.keycloak.TrustedCa;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** The local system's own CA, kept in a folder, and the server certificates it signs for this machine. */
public final class LocalCertificates {
    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final InstantSource clock;
    private final X509Certificate ca;
    private final PrivateKey caKey;
    private @Nullable SSLContext clientTls;

    private LocalCertificates(Path folder, InstantSource clock) throws GeneralSecurityException, IOException {
        this.folder = PrivateFiles.folder(folder);
        this.clock = clock;
        if (!Files.exists(caFile())) {
            makeCa();
        }
        this.ca = readCertificate(caFile());
        this.caKey = readKey(caKeyFile());
    }

    /** The CA kept in this folder, made there if there is none. */
    public static LocalCertificates in(Path folder, InstantSource clock) {
        try {
            return new LocalCertificates(folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new LocalFault("The certificates in " + folder + " cannot be read; start over with --fresh.", e);
        }
    }

    /** The CA's certificate, PEM: what clients of the local system must trust. */
    public Path caFile() {
        return folder.resolve("ca.pem");
    }

    /** The certificate of the server of this name, signed now if there is none or the one there ends soon. */
    public synchronized ServerCertificate of(String server) {
        Path certificate = folder.resolve(server + ".pem");
        Path key = folder.resolve(server + "-key.pem");
        try {
            if (!Files.exists(key) || !Files.exists(certificate) || endsSoon(readCertificate(certificate))) {
                sign(server, certificate, key);
            }
        } catch (GeneralSecurityException e) {
            throw new LocalFault("The certificate of " + server + " in " + folder + " cannot be made.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServerCertificate(certificate, key, caFile());
    }

    /** A client's TLS that trusts the local CA and nothing else; one for all, so that sessions are taken up again. */
    public synchronized SSLContext sslContext() {
        if (clientTls == null) {
            clientTls = new TrustedCa(caFile()).sslContext();
        }
        return clientTls;
    }

    /** The server's key and certificate as a PKCS #12 store, for the servers in this JVM. */
    public KeyStore keyStore(String server, char[] password) {
        ServerCertificate files = of(server);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            X509Certificate[] chain = {readCertificate(files.certificate()), ca};
            store.setKeyEntry(server, readKey(files.key()), password, chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean endsSoon(X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        return end.isBefore(clock.instant().plus(RENEWED_BEFORE_END));
    }

    private void makeCa() throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        X500Name name = new X500Name("CN=Nenkin local CA");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serial(), start(), Date.from(clock.instant().plus(CA_LIFE)), name, keys.getPublic());
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
        X509Certificate certificate = signed(builder, keys.getPrivate());
        PrivateFiles.write(caKeyFile(), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        // Last, as its presence says that the CA is there.
        PrivateFiles.write(caFile(), pem("CERTIFICATE", certificate.getEncoded()));
    }

    private void sign(String server, Path certificateFile, Path keyFile) throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                ca,
                serial(),
                start(),
                Date.from(clock.instant().plus(SERVER_LIFE)),
                new X500Name("CN=" + server),
                keys.getPublic());
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, usages());
        builder.addExtension(Extension.subjectAlternativeName, false, names(server));
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(ca));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
        X509Certificate certificate = signed(builder, caKey);
        PrivateFiles.write(keyFile, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        PrivateFiles.write(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
    }

    private static ExtendedKeyUsage usages() {
        // The broker is its own controller's client.
        return new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});
    }

    /** Its own name is its host name among containers. */
    private static GeneralNames names(String server) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, server),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private BigInteger serial() {
        return new BigInteger(126, random).setBit(126);
    }

    /** A day back, so that a clock a little behind ours does not refuse it. */
    private Date start() {
        return Date.from(clock.instant().minus(Duration.ofDays(1)));
    }

    private Path caKeyFile() {
        return folder.resolve("ca-key.pem");
    }

    private static X509Certificate readCertificate(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey readKey(Path file) throws GeneralSecurityException, IOException {
        try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
            PemObject pem = reader.readPemObject();
            if (pem == null) {
                throw new GeneralSecurityException("No key in " + file);
            }
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pem.getContent()));
        }
    }

    private static String pem(String type, byte[] der) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
        }
        return text.toString();
    }
}
