package io.baytap.sandbox.provider;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes RSA-2048 key pairs and self-signed certificates with 160-bit serial numbers, as the provider's are. */
final class Certificates {

    private static final Duration VALID = Duration.ofDays(5 * 365);

    private Certificates() {}

    static KeyPair newKeyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static X509Certificate selfSigned(String name, KeyPair keys, SecureRandom random, Clock clock)
            throws GeneralSecurityException {
        Instant from = clock.instant().minus(Duration.ofDays(1));
        // The top bit is set so that every serial has 40 hexadecimal digits.
        BigInteger serial = new BigInteger(159, random).setBit(159);
        var subject = new X500Name(name);
        var builder = new JcaX509v3CertificateBuilder(
                subject, serial, Date.from(from), Date.from(from.plus(VALID)), subject, keys.getPublic());
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
