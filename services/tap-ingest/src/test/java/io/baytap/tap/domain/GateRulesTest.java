package io.baytap.tap.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tap.kit.Keys;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GateRulesTest {

    private static final Instant NOW = City.NOW.plusSeconds(10);
    private static final PublicKey NEW_KEY = Keys.generate().getPublic();
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void theOldKeySignsToTheLastMomentOfTheOverlapAndNotLonger() {
        PublicKey oldKey = City.FIXED.keys().current();
        Gate rotated = GateRules.rotate(City.FIXED, NEW_KEY, HOUR, NOW);

        assertThat(signs(rotated, oldKey, NOW.plus(HOUR).minusNanos(1000))).isTrue();
        assertThat(signs(rotated, oldKey, NOW.plus(HOUR))).isFalse();
        assertThat(signs(rotated, NEW_KEY, NOW.plus(HOUR))).isTrue();
        assertThat(signs(City.FIXED, NEW_KEY, NOW)).isFalse();
    }

    @Test
    void aRotationThatIsAskedForTwiceKeepsTheOldKeysOverlap() {
        Gate once = GateRules.rotate(City.FIXED, NEW_KEY, HOUR, NOW);

        assertThat(GateRules.rotate(once, NEW_KEY, HOUR, NOW.plusSeconds(5))).isEqualTo(once);
    }

    @Test
    void aRotationWithoutAnOverlapLeavesOneKey() {
        assertThat(GateRules.rotate(City.FIXED, NEW_KEY, Duration.ZERO, NOW).keys())
                .isEqualTo(Gate.Keys.of(NEW_KEY));
    }

    @Test
    void aSuspensionKeepsItsBeginningAndSurvivesARegistration() {
        Gate suspended = GateRules.suspend(City.FIXED, NOW);

        assertThat(GateRules.suspend(suspended, NOW.plusSeconds(5))).isEqualTo(suspended);
        assertThat(suspended.standing()).isEqualTo(new Gate.Standing(false, NOW));
        Gate anew = GateRules.register(
                suspended,
                new GateRules.Registration(suspended.gateId(), "KMB", Gate.Mode.BUS, Gate.Stand.MOVING, NEW_KEY),
                NOW);
        assertThat(anew.standing()).isEqualTo(suspended.standing());
        assertThat(GateRules.resume(anew, NOW).active()).isTrue();
    }

    @Test
    void everyChangeIsLaterThanTheOneBeforeWhateverTheClockSays() {
        Gate changed = GateRules.suspend(City.FIXED, City.NOW.minusSeconds(60));

        assertThat(changed.changedAt()).isEqualTo(City.NOW.plusNanos(1000));
    }

    private static boolean signs(Gate gate, PublicKey key, Instant now) {
        var gatekeeper = new Gatekeeper(
                _ -> gate,
                (known, _, _, _) -> Arrays.equals(known.getEncoded(), key.getEncoded()),
                GateClock.REPLAY,
                City.LIMITS);
        var envelope = new Envelope("POST /", gate.gateId(), now.toString(), now, new Envelope.Signature(new byte[64]));
        return gatekeeper.signed(new Gatekeeper.Admission.Admitted(gate, now, true), envelope, new byte[0]);
    }
}
