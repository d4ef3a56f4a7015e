package io.baytap.sandbox.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;

/** The key material of one scheme as files, the way a real institution receives it. */
final class KeyFolder {

    private static final String API_V3_KEY = "api-v3-key.txt";
    private static final String KEY_LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads what is there; makes it first if the folder is new. */
    SchemeKeys open(Scheme scheme, Clock clock) {
        try {
            if (!Files.exists(folder.resolve("serials.properties"))) {
                make(scheme, clock);
            }
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException("keys in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys in " + folder, e);
        }
    }

    private SchemeKeys read() throws IOException, GeneralSecurityException {
        X509Certificate merchant = certificate("merchant-cert.pem");
        X509Certificate platform = certificate("platform-cert.pem");
        return new SchemeKeys(
                merchant,
                serial(merchant),
                privateKey("platform-key.pem"),
                platform,
                serial(platform),
                Files.readString(folder.resolve(API_V3_KEY)).strip());
    }

    private void make(Scheme scheme, Clock clock) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var random = new SecureRandom();
        KeyPair merchant = Certificates.newKeyPair();
        KeyPair platform = Certificates.newKeyPair();
        X509Certificate merchantCertificate = Certificates.selfSigned(
                "CN=" + scheme.spMchid() + ",O=Baytap sandbox merchant", merchant, random, clock);
        X509Certificate platformCertificate = Certificates.selfSigned(
                "CN=" + scheme.folder() + ",O=Baytap sandbox platform", platform, random, clock);
        writeSecret("merchant-key.pem", pem("PRIVATE KEY", merchant.getPrivate().getEncoded()));
        writeSecret("platform-key.pem", pem("PRIVATE KEY", platform.getPrivate().getEncoded()));
        write("merchant-cert.pem", pem("CERTIFICATE", merchantCertificate.getEncoded()));
        write("platform-cert.pem", pem("CERTIFICATE", platformCertificate.getEncoded()));
        writeSecret(API_V3_KEY, newApiV3Key(random));
        // Written last: its presence says that the folder is complete.
        write(
                "serials.properties",
                "merchant-serial=" + serial(merchantCertificate) + "\nplatform-serial=" + serial(platformCertificate)
                        + "\n");
    }

    private static String newApiV3Key(SecureRandom random) {
        var key = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            key.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
        }
        return key.toString();
    }

    static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    private X509Certificate certificate(String file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private PrivateKey privateKey(String file) throws IOException, GeneralSecurityException {
        String text = Files.readString(folder.resolve(file)).replaceAll("-----[A-Z ]+-----", "");
        byte[] der = Base64.getMimeDecoder().decode(text);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    static String pem(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    private void writeSecret(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}
