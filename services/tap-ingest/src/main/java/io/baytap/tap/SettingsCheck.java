package io.baytap.tap;

import java.time.Duration;
import java.util.Optional;

/** Refuses settings that the service cannot work with, each by its name. */
final class SettingsCheck {

    private static final int BODY_BYTES_LIMIT = 16 * 1024 * 1024;
    /** A field of two bytes in the protocol. */
    private static final int MQTT_RECEIVE_LIMIT = 65_535;

    private static final int TOKEN_LENGTH_MIN = 32;

    /** Less than the time after which the server gives up an idle connection. */
    private static final Duration WAIT_LIMIT = Duration.ofSeconds(50);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    private SettingsCheck() {}

    /**
     * Checks all of them.
     *
     * @param production true in the profile "prod"
     * @throws IllegalArgumentException naming the first setting that is wrong, and why
     */
    static void check(TapConfig config, boolean production) {
        checkClock(config, production);
        between("tap.late-after", config.lateAfter(), Duration.ofSeconds(1), DAY);
        between("tap.too-old-after", config.tooOldAfter(), config.lateAfter(), YEAR);
        between("tap.ahead-max", config.aheadMax(), Duration.ZERO, DAY);
        between("tap.code-early-max", config.codeEarlyMax(), Duration.ZERO, DAY);
        between("tap.sent-at-skew-max", config.sentAtSkewMax(), Duration.ofSeconds(1), DAY);
        between("tap.delivery-timeout", config.deliveryTimeout(), Duration.ofMillis(100), Duration.ofMinutes(2));
        // Kafka's own rule: the delivery must leave time for lingering and for one request, which gets half of it.
        between(
                "tap.linger",
                config.linger(),
                Duration.ZERO,
                config.deliveryTimeout().dividedBy(2));
        between("tap.retry-after", config.retryAfter(), Duration.ofSeconds(1), DAY);
        between("tap.batch-max", config.batchMax(), 1, 100_000);
        between("tap.body-max", config.bodyMax().asLongValue(), 1024, BODY_BYTES_LIMIT);
        between("tap.in-flight-taps-max", config.inFlightTapsMax(), config.batchMax(), Integer.MAX_VALUE);
        between(
                "tap.in-flight-bodies-max",
                config.inFlightBodiesMax().asLongValue(),
                config.bodyMax().asLongValue(),
                Integer.MAX_VALUE);
        between("tap.duplicates-max", config.duplicatesMax(), 0, Integer.MAX_VALUE);
        between("tap.kafka.batches-max", config.kafka().batchesMax(), 1, 10_000);
        checkGateClocks(config);
        checkMqtt(config.mqtt());
        between("tap.deny-list.wait-max", config.denyList().waitMax(), Duration.ZERO, WAIT_LIMIT);
        between("tap.deny-list.waiting-max", config.denyList().waitingMax(), 0, 100_000);
        between("tap.deny-list.lifted-max", config.denyList().liftedMax(), 0, Integer.MAX_VALUE);
        between("tap.owed-ranges-max", config.owedRangesMax(), 1, 10_000);
        between("tap.sequences-every", config.sequencesEvery(), Duration.ofMillis(100), Duration.ofMinutes(1));
        between("tap.key-overlap-max", config.keyOverlapMax(), Duration.ZERO, YEAR);
        checkToken(config, production);
        var _ = PseudonymSettings.read(config.pseudonymKeys(), production);
        between("tap.codes-max", config.codesMax(), 0, Integer.MAX_VALUE);
    }

    private static void checkClock(TapConfig config, boolean production) {
        if (config.clock() == TapConfig.Clock.REPLAY && production && !config.replayAllowed()) {
            throw new IllegalArgumentException(
                    "tap.clock=replay lets gates decide what time it is; in production it needs tap.replay-allowed=true");
        }
    }

    private static void checkGateClocks(TapConfig config) {
        TapConfig.GateClocks clocks = config.gateClocks();
        between("tap.gate-clocks.window", clocks.window(), Duration.ofSeconds(1), DAY);
        between("tap.gate-clocks.batches-min", clocks.batchesMin(), 1, 1000);
        between("tap.gate-clocks.drift-min", clocks.driftMin(), Duration.ofMillis(100), DAY);
        between("tap.gate-clocks.correction-max", clocks.correctionMax(), Duration.ZERO, DAY);
    }

    private static void checkMqtt(TapConfig.Mqtt mqtt) {
        between("tap.mqtt.receive-max", mqtt.receiveMax(), 1, MQTT_RECEIVE_LIMIT);
        boolean good = mqtt.url()
                .map(url ->
                        url.getHost() != null && ("mqtt".equals(url.getScheme()) || "mqtts".equals(url.getScheme())))
                .orElse(true);
        if (!good) {
            throw new IllegalArgumentException("tap.mqtt.url is not mqtt://host:port or mqtts://host:port");
        }
    }

    private static void checkToken(TapConfig config, boolean production) {
        if (production) {
            checkToken("tap.registry-token", config.registryToken());
            checkToken("tap.reader-token", config.readerToken());
        }
    }

    private static void checkToken(String setting, Optional<String> token) {
        int length = token.map(String::length).orElse(TOKEN_LENGTH_MIN);
        if (length < TOKEN_LENGTH_MIN) {
            throw new IllegalArgumentException(
                    setting + " has " + length + " characters; in production it needs " + TOKEN_LENGTH_MIN);
        }
    }

    private static <T extends Comparable<T>> void between(String setting, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(setting + "=" + value + " is not between " + min + " and " + max);
        }
    }

    private static void between(String setting, long value, long min, long max) {
        between(setting, Long.valueOf(value), Long.valueOf(min), Long.valueOf(max));
    }
}
