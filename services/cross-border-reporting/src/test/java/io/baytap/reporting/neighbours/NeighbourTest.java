package io.baytap.reporting.neighbours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class NeighbourTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void oneWithoutAnAddressIsNotAsked() {
        var nobody = new Neighbour<TapIngest>("nobody", Optional.empty(), LIMIT, Optional::empty);

        assertThat(nobody.ask((_, _) -> Uni.createFrom().failure(new AssertionError("asked")))
                        .await()
                        .atMost(LIMIT))
                .isEqualTo(new Told.Unavailable<byte[]>(Told.Why.NOT_CONNECTED));
    }

    @Test
    void oneThatSaysNothingIsLeftInTime() {
        var slow = new Neighbour<>("slow", Optional.of("calls"), Duration.ofMillis(20), Optional::empty);

        assertThat(slow.ask((_, _) -> Uni.createFrom().nothing()).await().atMost(LIMIT))
                .isEqualTo(new Told.Unavailable<byte[]>(Told.Why.AWAY));
    }

    @Test
    void anAnswerThatIsTooLongIsNotRead() {
        assertThat(told(new byte[Neighbour.ANSWER_BYTES_MAX + 1]))
                .isEqualTo(new Told.Unavailable<TapIngest.Owing>(Told.Why.UNREADABLE));
    }

    @Test
    void aNewFieldDoesNotSpoilAnAnswerAndAMissingOneDoes() {
        assertThat(told("{\"gates\": [{\"gateId\": \"g\", \"owed\": [{\"from\": 3, \"to\": 5}], \"mood\": 1}]}"
                        .getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Told.Known.class,
                        known -> assertThat(known.value())
                                .isInstanceOfSatisfying(
                                        TapIngest.Owing.class,
                                        owing -> assertThat(
                                                        owing.gates().getFirst().taps())
                                                .isEqualTo(3)));
        assertThat(told("{\"gates\": [{\"gateId\": \"g\", \"owed\": [{\"from\": 3}]}]}".getBytes(UTF_8)))
                .isEqualTo(new Told.Unavailable<TapIngest.Owing>(Told.Why.UNREADABLE));
    }

    private static Told<TapIngest.Owing> told(byte[] body) {
        var neighbour = new Neighbour<>("it", Optional.of("calls"), LIMIT, Optional::empty);
        return neighbour
                .ask((_, _) -> Uni.createFrom().item(RestResponse.ok(body)), TapIngest.Owing.class)
                .await()
                .atMost(LIMIT);
    }
}
