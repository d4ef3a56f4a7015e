package io.baytap.tap;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of tap-ingest. A value out of its range stops the start; see {@link SettingsCheck}. */
@ConfigMapping(prefix = "tap")
public interface TapConfig {

    /** What "now" is. */
    enum Clock {
        /** This machine's clock. */
        SYSTEM,
        /** Each request's sentAt, for a day of the past. */
        REPLAY
    }

    @WithDefault("system")
    Clock clock();

    /** Allows the clock "replay" in production. With it, a gate decides what time it is. */
    @WithDefault("false")
    boolean replayAllowed();

    /** A tap that arrives longer after it happened is flagged late. */
    @WithDefault("5m")
    Duration lateAfter();

    /** A tap that arrives longer after it happened is refused. */
    @WithDefault("7d")
    Duration tooOldAfter();

    /** How far in the future a tap may seem to happen, by gates whose clocks are fast. */
    @WithDefault("2m")
    Duration aheadMax();

    /** How long before its issue time a code may be shown, at gates whose clocks are slow. */
    @WithDefault("30s")
    Duration codeEarlyMax();

    /** How far a request's Baytap-Sent-At may be from now, either way. */
    @WithDefault("5m")
    Duration sentAtSkewMax();

    /** Taps of one request. */
    @WithDefault("1000")
    int batchMax();

    /** Body of one request; at most 16 MiB. */
    @WithDefault("1M")
    MemorySize bodyMax();

    /** Taps of all requests under way in this replica; beyond, 429. */
    @WithDefault("20000")
    int inFlightTapsMax();

    /** Bodies of all requests under way in this replica; beyond, 429. */
    @WithDefault("64M")
    MemorySize inFlightBodiesMax();

    /** Accepted taps that this replica remembers, to tell a gate what it has sent before. About 120 bytes each. */
    @WithDefault("200000")
    int duplicatesMax();

    /** Proven rider codes that this replica remembers. About 700 bytes each. */
    @WithDefault("50000")
    int codesMax();

    /**
     * What operators prove with that they may register gates: {@code Authorization: Bearer <token>}. Without it nobody may. In
     * production at least 32 characters.
     */
    Optional<String> registryToken();

    /** Proves who may see what gates owe and change nothing. Without it operators alone may. In production at least 32 characters. */
    Optional<String> readerToken();

    /** The secret keys that make riders' pseudonyms of wallet accounts, one per side. */
    PseudonymKeys pseudonymKeys();

    /** The secret keys that make riders' pseudonyms of wallet accounts, one per side; each at least 32 bytes, in base64. */
    interface PseudonymKeys {
        /** For accounts of mainland wallets. */
        String mainland();

        /** For accounts of Hong Kong wallets. */
        String hongKong();

        /** Allows in production the keys that demos and tests use. With them, whoever knows an account knows its pseudonym. */
        @WithDefault("false")
        boolean developmentAllowed();
    }

    /** How long a rotated key may sign beside the new one. */
    @WithDefault("7d")
    Duration keyOverlapMax();

    /** How gates' clocks are measured and corrected. */
    GateClocks gateClocks();

    /** How gates' clocks are measured and corrected. */
    interface GateClocks {
        /** How far back a gate's batches count. */
        @WithDefault("10m")
        Duration window();

        /** Fewer batches within a window say nothing about the gate's clock. */
        @WithDefault("3")
        int batchesMin();

        /** A clock that is this close is not corrected. */
        @WithDefault("2s")
        Duration driftMin();

        /** No tap's time is moved further, either way. */
        @WithDefault("5m")
        Duration correctionMax();
    }

    /** The door for gates behind an MQTT 5 broker. */
    Mqtt mqtt();

    /** The door for gates behind an MQTT 5 broker. */
    interface Mqtt {
        /** {@code mqtt://host:port}, or {@code mqtts} over TLS. Without it the door is closed. */
        Optional<URI> url();

        Optional<String> username();

        Optional<String> password();

        /** Batches that the broker may have under way to this replica without an acknowledgement. */
        @WithDefault("100")
        int receiveMax();
    }

    /** The list of riders who may not tap, as gates hold it. */
    DenyList denyList();

    /** The list of riders who may not tap, as gates hold it. */
    interface DenyList {
        /** How long a gate may wait for a change. */
        @WithDefault("30s")
        Duration waitMax();

        /** How many gates may wait at this replica; others are answered at once. */
        @WithDefault("5000")
        int waitingMax();

        /** Lifted denials that are remembered, to tell gates what changed. About 250 bytes each. */
        @WithDefault("100000")
        int liftedMax();
    }

    /** Gaps in a gate's sequences that are counted; beyond, the lowest are given up. */
    @WithDefault("64")
    int owedRangesMax();

    /** How often replicas tell each other which taps gates owe. */
    @WithDefault("1s")
    Duration sequencesEvery();

    /** The door for gates that write to Kafka themselves. */
    Kafka kafka();

    /** The door for gates that write to Kafka themselves. */
    interface Kafka {
        /** Whether this replica takes from {@code taps.presented.v1}. */
        @WithDefault("true")
        boolean enabled();

        /** Batches of one poll; the next poll waits for their verdicts. */
        @WithDefault("50")
        int batchesMax();
    }

    /** After this long without an acknowledgement by Kafka, a request gets 503; up to half of it longer while no broker can be found. */
    @WithDefault("5s")
    Duration deliveryTimeout();

    /** How long a record waits in the producer for company. */
    @WithDefault("10ms")
    Duration linger();

    /** What Retry-After says with 429 and 503, in whole seconds. */
    @WithDefault("2s")
    Duration retryAfter();
}
