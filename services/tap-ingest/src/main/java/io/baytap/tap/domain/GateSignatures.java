package io.baytap.tap.domain;

import java.security.PublicKey;

/** Proves that a request comes from a gate. */
public interface GateSignatures {

    /** True if the signature over the preamble and then the body was made with the private half of the key. */
    boolean verify(PublicKey key, byte[] signature, byte[] preamble, byte[] body);
}
