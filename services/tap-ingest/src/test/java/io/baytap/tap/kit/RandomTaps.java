package io.baytap.tap.kit;

import static io.baytap.tap.kit.TapText.quoted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Taps of the fixed gate, good and bad, each with the verdict it must get. */
public final class RandomTaps {

    /** Higher than any other sequence of the world. */
    public static final long FIRST = 1_000_000;

    private static final Duration HOUR = Duration.ofHours(1);

    private final World world;
    private final SplittableRandom random;
    private final List<Expected> accepted = new ArrayList<>();
    private long sequence = FIRST;

    public RandomTaps(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    /** A tap and its verdict, as {@link World#verdicts} puts it. */
    public record Expected(TapText text, long sequence, String verdict) {
        public boolean isAccepted() {
            return verdict.equals("ACCEPTED") || verdict.equals("LATE");
        }
    }

    public List<Expected> batch(int size) {
        List<Expected> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Expected next = next();
            batch.add(next);
            if (next.isAccepted()) {
                accepted.add(next);
            }
        }
        return batch;
    }

    public static String array(List<Expected> batch) {
        return batch.stream().map(tap -> tap.text().toString()).collect(Collectors.joining(",", "[", "]"));
    }

    public static String lines(List<Expected> batch) {
        return batch.stream().map(tap -> tap.text().toString()).collect(Collectors.joining("\n"));
    }

    private Expected next() {
        Instant now = Instant.now();
        String account = "rider" + random.nextInt(20);
        CodeIssuer issuer = random.nextBoolean() ? world.mainland : world.hongKong;
        TapText good = TapText.of(++sequence, now, issuer.code(account, now));
        return switch (random.nextInt(14)) {
            case 0 -> rejected(good.without("direction"), "MALFORMED_TAP direction");
            case 1 -> rejected(good.with("occurredAt", "17"), "MALFORMED_TAP occurredAt");
            case 2 -> rejected(good.at(World.RAIL, "MTR:2"), "LOCATION_MISMATCH stopId");
            case 3 ->
                rejected(
                        good.with("riderCode", quoted(issuer.forged().code(account, now))),
                        "CODE_SIGNATURE_INVALID riderCode");
            case 4 ->
                rejected(
                        good.with("riderCode", quoted(issuer.code(account, now.minus(HOUR)))),
                        "CODE_EXPIRED riderCode");
            case 5 -> rejected(good.with("occurredAt", quoted(now.plus(HOUR).toString())), "CLOCK_AHEAD occurredAt");
            case 6 -> {
                Instant then = now.minus(HOUR.multipliedBy(random.nextInt(1, 100)));
                yield new Expected(TapText.of(sequence, then, issuer.code(account, then)), sequence, "LATE");
            }
            case 7 -> repeated();
            case 8 -> reused();
            default -> new Expected(good, sequence, "ACCEPTED");
        };
    }

    private Expected rejected(TapText text, String reason) {
        return new Expected(text, sequence, "REJECTED " + reason);
    }

    private Expected repeated() {
        if (accepted.isEmpty()) {
            return next();
        }
        Expected earlier = accepted.get(random.nextInt(accepted.size()));
        return new Expected(earlier.text(), earlier.sequence(), "DUPLICATE");
    }

    private Expected reused() {
        if (accepted.isEmpty()) {
            return next();
        }
        Expected earlier = accepted.get(random.nextInt(accepted.size()));
        return new Expected(
                earlier.text().with("direction", quoted("EXIT")),
                earlier.sequence(),
                "REJECTED SEQUENCE_REUSED sequence");
    }
}
