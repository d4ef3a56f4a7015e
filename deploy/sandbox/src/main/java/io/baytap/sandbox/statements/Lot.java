package io.baytap.sandbox.statements;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.function.Function;

/** Draws by a seed. What is drawn for a thing depends on seed and thing alone, not on what else there is. */
record Lot(long seed) {

    /** An order that differs from seed to seed. */
    <T> Comparator<T> order(Function<T, String> name) {
        return Comparator.comparing(thing -> hash(name.apply(thing)));
    }

    /** From {@code least} to {@code most}, both included. */
    long between(long least, long most, String name) {
        return least + hash(name).mod(BigInteger.valueOf(most - least + 1)).longValueExact();
    }

    /** So many decimal digits. */
    String digits(int count, String name) {
        return ("%0" + count + "d").formatted(hash(name).mod(BigInteger.TEN.pow(count)));
    }

    private BigInteger hash(String name) {
        try {
            byte[] text = (seed + ":" + name).getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
