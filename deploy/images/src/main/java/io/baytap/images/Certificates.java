package io.baytap.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Whom the image trusts: the authorities of Debian's ca-certificates, for Java and for everything else. */
final class Certificates {

    private Certificates() {}

    /** Writes {@code etc/ssl/certs/ca-certificates.crt} and Java's trust store, the same bytes for the same certificates. */
    static void install(Path root) throws IOException, GeneralSecurityException {
        // Public certificates: neither encrypted nor sealed, which would take random bytes.
        System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
        System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        CertificateFactory x509 = CertificateFactory.getInstance("X.509");
        StringBuilder bundle = new StringBuilder();
        for (Path file : Trees.files(root.resolve("usr/share/ca-certificates"))) {
            bundle.append(Files.readString(file).strip()).append('\n');
            try (InputStream in = Files.newInputStream(file)) {
                store.setCertificateEntry(file.getFileName().toString(), x509.generateCertificate(in));
            }
        }
        Trees.write(root.resolve("etc/ssl/certs/ca-certificates.crt"), bundle.toString());
        try (OutputStream out = Files.newOutputStream(root.resolve("opt/java/lib/security/cacerts"))) {
            store.store(out, null);
        }
    }
}
