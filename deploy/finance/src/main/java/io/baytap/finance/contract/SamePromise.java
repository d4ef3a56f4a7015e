package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Delivery is at least once: an id may come again, and then says what it said. What a provider answered is booked once more, later, after
 * the wallet's database was set back: when it was booked may differ then, and nothing else. Counts how often an id came again.
 */
final class SamePromise implements Promise {

    private static final Set<Topic> BOOKED_ANSWERS =
            Set.of(Topics.CHARGES_SETTLED, Topics.CHARGES_DECLINED, Topics.CHARGES_REFUNDED);

    private static final String WHEN_BOOKED = "occurredAt";

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
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said(seen).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String said(Seen seen) {
        boolean booked = BOOKED_ANSWERS.contains(seen.topic());
        return seen.event().getSchema().getFields().stream()
                .map(Schema.Field::name)
                .filter(field -> !(booked && field.equals(WHEN_BOOKED)))
                .map(field -> field + "=" + seen.text(field))
                .collect(Collectors.joining("\n"));
    }
}
