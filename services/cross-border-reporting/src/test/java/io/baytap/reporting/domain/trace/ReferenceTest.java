package io.baytap.reporting.domain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    private static final String JOURNEY = "journey:tap:gate:of:colons:7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                JOURNEY,
                "fare:journey:tap:gate:of:colons:7:0",
                "posting:conversion:fare:journey:tap:gate:of:colons:7:12",
                "charge-settled:charge:conversion:fare:journey:tap:gate:of:colons:7:0"
            })
    void whatAJourneyCausedIsLookedForByTheJourney(String id) {
        assertThat(Reference.hashes(List.of(id))).contains(Reference.hash(JOURNEY), Reference.hash(id));
    }

    @Test
    void anyOtherIdIsLookedForAsItIs() {
        assertThat(Reference.hashes(List.of("tap:g:7", "MTR:HKD:2026-04-09", "journey:")))
                .containsExactly(
                        Reference.hash("tap:g:7"), Reference.hash("MTR:HKD:2026-04-09"), Reference.hash("journey:"));
    }
}
