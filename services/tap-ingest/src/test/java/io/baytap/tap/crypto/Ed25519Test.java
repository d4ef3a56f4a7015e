package io.baytap.tap.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.tap.kit.Keys;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519Test {

    /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410, section 4). */
    static final String SPKI_PREFIX = "302a300506032b6570032100";

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NOTHING = {};

    private final Ed25519 ed25519 = new Ed25519();

    @ParameterizedTest(name = "RFC 8032, section 7.1, {0}")
    @CsvSource(emptyValue = "", textBlock = """
            TEST 1,    d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',   e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
            TEST 2,    3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,   92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
            TEST 3,    fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82, 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
            TEST SHA(abc), ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f, dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
            """)
    void verifiesThePublishedSignatures(String name, String key, String message, String signature)
            throws InvalidKeySpecException {
        PublicKey publicKey = ed25519.publicKey(HEX.parseHex(SPKI_PREFIX + key));
        byte[] body = HEX.parseHex(message);
        byte[] good = HEX.parseHex(signature);
        byte[] bad = good.clone();
        bad[7] ^= 1;

        assertThat(ed25519.verify(publicKey, good, NOTHING, body)).isTrue();
        assertThat(ed25519.verify(publicKey, bad, NOTHING, body)).isFalse();
        assertThat(ed25519.verify(publicKey, good, new byte[] {1}, body)).isFalse();
    }

    @Test
    void agreesWithTheSignaturesOfTheJdk() throws InvalidKeySpecException {
        var keys = Keys.generate();
        byte[] preamble = {1, 2};
        byte[] body = {3};
        byte[] signature = Keys.sign(keys.getPrivate(), preamble, body);

        PublicKey publicKey = ed25519.publicKey(keys.getPublic().getEncoded());

        assertThat(ed25519.verify(publicKey, signature, preamble, body)).isTrue();
        assertThat(ed25519.verify(publicKey, signature, body, preamble)).isFalse();
        assertThat(ed25519.verify(publicKey, new byte[64], preamble, body)).isFalse();
        assertThat(ed25519.verify(publicKey, Arrays.copyOf(signature, 63), preamble, body))
                .isFalse();
    }

    @Test
    void aKeyForAnotherAlgorithmIsNone() throws GeneralSecurityException {
        byte[] ed448 = KeyPairGenerator.getInstance("Ed448")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        byte[] rsa = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();

        for (byte[] spki : new byte[][] {ed448, rsa, {}, {1, 2, 3}}) {
            assertThatThrownBy(() -> ed25519.publicKey(spki)).isInstanceOf(InvalidKeySpecException.class);
        }
    }
}
