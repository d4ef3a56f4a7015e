package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffTest {

    @ParameterizedTest(name = "at {0} the last closed day is {1}")
    @CsvSource({
        // 03:59:59.999999 and 04:00 on the 10th in Hong Kong
        "2026-04-09T19:59:59.999999Z, 2026-04-08",
        "2026-04-09T20:00:00Z, 2026-04-09",
        // midnight in Hong Kong closes nothing
        "2026-04-09T16:00:00Z, 2026-04-08",
        "2026-12-31T20:00:00Z, 2026-12-31",
        "2028-02-29T20:00:00Z, 2028-02-29"
    })
    void aDayClosesOnTheMorningAfter(Instant now, LocalDate closed) {
        assertThat(new CutOff(LocalTime.of(4, 0)).lastClosed(now)).isEqualTo(closed);
    }

    @Test
    void anOperatorMayCloseAtATimeOfItsOwn() {
        var cutOffs = new CutOffs(new CutOff(LocalTime.of(4, 0)), Map.of("SZM", new CutOff(LocalTime.of(2, 0))));

        // 03:00 on the 10th in Hong Kong
        assertThat(cutOffs.closing(Instant.parse("2026-04-09T19:00:00Z")))
                .isEqualTo(new Closing(LocalDate.parse("2026-04-08"), Map.of("SZM", LocalDate.parse("2026-04-09"))));
    }
}
