package io.baytap.sandbox.provider;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * The certificates a provider signs with. After a rotation the new one signs, and the one before is listed beside it until the
 * next rotation. In memory: after a restart the first one, from the key folder, signs again.
 */
final class PlatformHands {

    /** One certificate, and the desk that signs with its key. */
    record Hand(SchemeKeys keys, SignatureDesk desk) {}

    private final Scheme scheme;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile List<Hand> newestFirst;

    PlatformHands(Scheme scheme, SchemeKeys first, Clock clock) {
        this.scheme = scheme;
        this.clock = clock;
        this.newestFirst = List.of(new Hand(first, new SignatureDesk(first)));
    }

    /** The one that signs now. */
    Hand current() {
        return newestFirst.getFirst();
    }

    /** Those that are listed: the one that signs, and the one before it. */
    List<Hand> listed() {
        return newestFirst;
    }

    /** From now on a new certificate signs. Returns it. */
    synchronized Hand rotate() {
        Hand before = current();
        Hand next = newHand(before.keys());
        newestFirst = List.of(next, before);
        return next;
    }

    private Hand newHand(SchemeKeys before) {
        try {
            KeyPair pair = Certificates.newKeyPair();
            X509Certificate certificate = Certificates.selfSigned(
                    "CN=" + scheme.folder() + ",O=Baytap sandbox platform", pair, random, clock);
            var keys = new SchemeKeys(
                    before.merchantCertificate(),
                    before.merchantSerial(),
                    pair.getPrivate(),
                    certificate,
                    KeyFolder.serial(certificate),
                    before.apiV3Key());
            return new Hand(keys, new SignatureDesk(keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate for " + scheme, e);
        }
    }
}
