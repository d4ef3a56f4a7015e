package io.baytap.sandbox.provider;

import java.util.concurrent.ThreadLocalRandom;

/** Random texts that only need to differ. */
final class Nonces {

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private Nonces() {}

    static String next(int length) {
        var random = ThreadLocalRandom.current();
        var nonce = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            nonce.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return nonce.toString();
    }
}
