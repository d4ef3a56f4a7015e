package io.baytap.sandbox.provider;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * What the provider holds for one scheme.
 *
 * @param merchantSerial serial number of our certificate, upper-case hexadecimal
 * @param platformSerial serial number of the provider's certificate, upper-case hexadecimal
 * @param apiV3Key 32 characters: the AES-256 key of callbacks and certificates
 */
record SchemeKeys(
        X509Certificate merchantCertificate,
        String merchantSerial,
        PrivateKey platformKey,
        X509Certificate platformCertificate,
        String platformSerial,
        String apiV3Key) {}
