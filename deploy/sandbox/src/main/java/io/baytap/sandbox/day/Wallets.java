package io.baytap.sandbox.day;

import io.baytap.sandbox.gates.CodeIssuer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codes on the riders' phones: one per rider and hour, valid a little longer than that hour. */
final class Wallets {

    private static final Duration EARLY = Duration.ofMinutes(2);
    private static final Duration VALID = Duration.ofMinutes(75);
    private static final Duration LONG = Duration.ofHours(6);
    private static final Duration STALE = Duration.ofHours(3);

    private record Shown(Rider rider, Instant hour) {}

    private final Map<Shown, String> codes = new ConcurrentHashMap<>();

    /** What the rider holds to the reader. Safe for concurrent use; the same tap always shows the same code. */
    String show(PlannedTap tap) {
        Rider rider = tap.rider();
        Instant hour = tap.at().truncatedTo(ChronoUnit.HOURS);
        return switch (tap.code()) {
            case VALID -> code(rider, hour);
            case EXPIRED -> code(rider, hour.minus(STALE));
            case FORGED -> issue(CodeIssuer.forgerOf(rider.scheme()), rider, hour, VALID);
            case UNKNOWN_ISSUER -> issue(CodeIssuer.unknown(rider.scheme()), rider, hour, VALID);
            case LONG_LIVED -> issue(CodeIssuer.of(rider.scheme()), rider, hour, LONG);
            case MALFORMED -> "https://example.org/not-a-rider-code";
        };
    }

    private String code(Rider rider, Instant hour) {
        return codes.computeIfAbsent(
                new Shown(rider, hour), shown -> issue(CodeIssuer.of(rider.scheme()), rider, hour, VALID));
    }

    private static String issue(CodeIssuer issuer, Rider rider, Instant hour, Duration valid) {
        return issuer.issue(rider.account(), hour.minus(EARLY), hour.plus(valid));
    }
}
