package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;

/** Delivery is at least once: an id may come again, and then says what it said. Counts how often that was so. */
final class SamePromise implements Promise {

    private final Map<String, String> digests = new HashMap<>();
    private long repeated;

    @Override
    public void see(Seen seen, Consumer<Broken> broken) {
        String before = digests.putIfAbsent(seen.topic().name() + " " + seen.text("eventId"), digest(seen));
        if (before == null) {
            return;
        }
        repeated++;
        if (!before.equals(digest(seen))) {
            broken.accept(
                    new Broken(Kind.SAME, seen.place(), seen.text("eventId") + " came before and said something else"));
        }
    }

    long repeated() {
        return repeated;
    }

    private static String digest(Seen seen) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(seen.event().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
