package jp.nenkin.local;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Stands for a service: answers that it is ready over TLS, and writes what it was told into its log. */
final class HealthyProgram {
    private HealthyProgram() {}

    public static void main(String[] arguments) throws Exception {
        System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("NENKIN_"))
                .forEach(System.out::println);
        int port = Integer.parseInt(System.getenv("NENKIN_HTTP_PORT"));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls()));
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Jars of this class in the places where a project's build leaves the services. */
    static Map<Program, Path> jarsIn(Path project) throws IOException {
        Map<Program, Path> jars = new EnumMap<>(Program.class);
        for (Program program : Program.values()) {
            Path folder = project.resolve(program.label()).resolve("target/quarkus-app");
            jars.put(program, jar(Files.createDirectories(folder).resolve("quarkus-run.jar"), HealthyProgram.class));
        }
        return jars;
    }

    static Path jar(Path file, Class<?> mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass.getName());
        String entry = mainClass.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream bytes = mainClass.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
        return file;
    }

    private static SSLContext tls() throws GeneralSecurityException, IOException {
        String pem = Files.readString(Path.of(System.getenv("NENKIN_TLS_KEY"))).replaceAll("-----[A-Z ]+-----", "");
        byte[] key = Base64.getMimeDecoder().decode(pem);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(System.getenv("NENKIN_TLS_CERT")))) {
            Certificate[] chain = {CertificateFactory.getInstance("X.509").generateCertificate(in)};
            var privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            store.setKeyEntry("tls", privateKey, new char[0], chain);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
