package io.baytap.tap.domain;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gates, routes and riders to judge by; codes are words instead of signatures. */
final class City {

    static final Instant NOW = Instant.parse("2026-04-09T00:12:31Z");
    static final TapJudge.Moment AT = new TapJudge.Moment(NOW, Duration.ZERO);
    static final Instant DENIED_SINCE = NOW.minusSeconds(3);

    static final String RAIL = "MTR:heavy-rail";
    static final String BUS = "MTR:K12:1";
    static final String FERRY = "STAR:central-tsim-sha-tsui";

    static final TapLimits LIMITS = new TapLimits(
            Duration.ofMinutes(5),
            Duration.ofDays(7),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5));

    static final ClockLimits CLOCKS =
            new ClockLimits(Duration.ofMinutes(10), 3, Duration.ofSeconds(2), Duration.ofMinutes(5));

    private static final KeyPair KEYS = io.baytap.tap.kit.Keys.generate();

    static final Gate FIXED = gate("fixed", "MTR", new Gate.Stand(RAIL, "MTR:1", null));
    static final Gate MOVING = gate("moving", "MTR", Gate.Stand.MOVING);
    static final Gate PIER = gate("pier", "STAR", new Gate.Stand(FERRY, "pier-1", "UPPER"));

    private final Map<String, Long> remembered = new HashMap<>();

    private final Map<String, Route> routes = Map.of(
            RAIL, new Route(RAIL, "MTR", false, Set.of("MTR:1", "MTR:2")),
            BUS, new Route(BUS, "MTR", false, Set.of(BUS + "#1", BUS + "#2")),
            FERRY, new Route(FERRY, "STAR", true, Set.of("pier-1", "pier-2")));

    private final Map<String, Denial> denials =
            Map.of("WEIXIN_PAY:denied", new Denial("WEIXIN_PAY:denied", DENIED_SINCE, 3, 17));

    TapJudge judge() {
        var registers = new Registers(_ -> null, routes::get, _ -> null, denials::get);
        return new TapJudge(registers, City::read, memory(), LIMITS);
    }

    TapMemory memory() {
        return new TapMemory() {
            @Override
            public @Nullable Long find(String gateId, long sequence) {
                return remembered.get(gateId + sequence);
            }

            @Override
            public void remember(String gateId, long sequence, long fingerprint) {
                remembered.put(gateId + sequence, fingerprint);
            }
        };
    }

    static Gate gate(String gateId, String operatorId, Gate.Stand stand) {
        return new Gate(
                gateId, operatorId, Gate.Mode.RAIL, stand, Gate.Keys.of(KEYS.getPublic()), Gate.Standing.ACTIVE, NOW);
    }

    static Tap tap(long sequence) {
        return new Tap(sequence, NOW, Direction.ENTRY, "good", null, null, null, null);
    }

    static Tap at(Tap tap, @Nullable String routeId, @Nullable String stopId, @Nullable String deck) {
        return new Tap(tap.sequence(), tap.occurredAt(), tap.direction(), tap.riderCode(), routeId, stopId, deck, null);
    }

    static Tap when(Tap tap, Instant occurredAt) {
        return new Tap(
                tap.sequence(),
                occurredAt,
                tap.direction(),
                tap.riderCode(),
                tap.routeId(),
                tap.stopId(),
                tap.deck(),
                null);
    }

    static Tap byList(Tap tap, String denyListVersion) {
        return new Tap(
                tap.sequence(),
                tap.occurredAt(),
                tap.direction(),
                tap.riderCode(),
                tap.routeId(),
                tap.stopId(),
                tap.deck(),
                denyListVersion);
    }

    static Tap code(Tap tap, String code) {
        return new Tap(
                tap.sequence(), tap.occurredAt(), tap.direction(), code, tap.routeId(), tap.stopId(), tap.deck(), null);
    }

    static String code(Instant issuedAt, Instant expiresAt) {
        return issuedAt + "/" + expiresAt;
    }

    /** The verdict's code, or the reason's with its field. */
    static String text(Verdict verdict) {
        RejectReason reason = verdict.rejectReason();
        if (reason != null) {
            return reason.code() + " " + reason.field();
        }
        boolean old =
                verdict instanceof Verdict.Accepted accepted && accepted.marks().onOldDenyList();
        return verdict.code() + (old ? " on an old list" : "");
    }

    private static CodeReading read(String code) {
        Instant longAgo = NOW.minus(Duration.ofDays(30));
        Instant farAhead = NOW.plus(Duration.ofDays(30));
        return switch (code) {
            case "garbage" -> new CodeReading.Refused(new RejectReason.CodeMalformed("no JWS"));
            case "nobody" -> new CodeReading.Refused(new RejectReason.CodeIssuerUnknown());
            case "forged" -> new CodeReading.Refused(new RejectReason.CodeSignatureInvalid());
            case "good" -> genuine("a", longAgo, farAhead);
            case "denied" -> genuine("denied", longAgo, farAhead);
            default -> {
                String[] times = code.split("/", 2);
                yield genuine("a", Instant.parse(times[0]), Instant.parse(times[1]));
            }
        };
    }

    private static CodeReading genuine(String rider, Instant issuedAt, Instant expiresAt) {
        return new CodeReading.Genuine(
                new RiderCode(WalletScheme.WEIXIN_PAY, "WEIXIN_PAY:" + rider, issuedAt, expiresAt));
    }
}
