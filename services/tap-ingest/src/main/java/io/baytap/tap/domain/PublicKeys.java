package io.baytap.tap.domain;

import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;

/** Reads the Ed25519 public keys of gates and issuers. */
@FunctionalInterface
public interface PublicKeys {

    /** The key in an X.509 SubjectPublicKeyInfo (RFC 8410). */
    PublicKey read(byte[] spki) throws InvalidKeySpecException;
}
