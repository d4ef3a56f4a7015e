package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a day of taps costs, by published fares: MTR 4.90 and 10.60, the maximum 60.80; a bus 12.40 and 6.20; a tram 3.30. */
class FareRulesTest {

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        // An entry and its exit.
        "08:00 E 1; 08:20 X 2, 08:20, 08:00=4.90",
        "08:00 E 1; 08:20 X 2; 18:00 E 2; 18:40 X 3, 18:40, '08:00=4.90, 18:00=10.60'",
        "08:00 E 1; 08:05 X 1, 08:05, 08:00=0.00", // the published diagonal
        "08:00 E A44; 08:24 X A47, 08:24, 08:00=120.00",
        "08:00 E A44; 08:24 X A44, 08:24, 08:00=120.00", // not sold: the network's highest fare
        // At most 150 minutes.
        "08:00 E 1; 10:30 X 2, 10:30, 08:00=4.90",
        "08:00 E 1; 10:30:00.000001 X 2, 10:31, 08:00=60.80",
        // A missing tap is waited for as long.
        "08:00 E 1, 10:29:59.999999, ",
        "08:00 E 1, 10:30, 08:00=60.80",
        "08:00 X 2, 10:29:59.999999, ",
        "08:00 X 2, 10:30, 08:00=60.80",
        // A day lies between an entry and what is no longer its exit.
        "08:00 E 1; d1/08:00 X 2, d2/08:00, 08:00=60.80",
        "08:00 E 1; d1/08:01 X 2, d2/08:00, '08:00=60.80, 08:01=60.80'",
        // The next tap decides.
        "08:00 E 1; 08:10 E 2; 08:30 X 3, d1/00:00, '08:00=60.80, 08:10=10.60'",
        "08:00 E 1; 08:20 X 2; 08:40 X 3, d1/00:00, '08:00=4.90, 08:40=60.80'",
        // Networks do not mix, and riders change between them.
        "08:00 E 1; 08:30 X A47, d1/00:00, '08:00=60.80, 08:30=120.00'",
        "08:00 E 1; 08:05 E B1; 08:20 X 2, 08:20, '08:00=4.90, 08:05=12.40'",
        // A further tap at the same gate within five minutes of the first is the same tap.
        "08:00 E 1; 08:05 E 1; 08:20 X 2; 08:22 X 2, 08:22, 08:00=4.90",
        "08:00 E 1; 08:05:01 E 1; 08:20 X 2, d1/00:00, '08:00=60.80, 08:05=4.90'",
        "08:00 E 1; 08:04 E 1; 08:08 E 1; 08:20 X 2, d1/00:00, '08:00=60.80, 08:08=4.90'",
        "08:00 E B1; 08:05 E B1, 08:05, 08:00=12.40",
        "08:00 E B1; 08:05:01 E B1, 08:06, '08:00=12.40, 08:05=12.40'",
        "08:00 E 1; 08:01 X 1; 08:02 E 1; 08:20 X 2, 08:20, '08:00=0.00, 08:02=4.90'", // not consecutive
        // Paid on boarding, by boarding stop; alighting means nothing.
        "08:00 E B1; 08:30 X B4, 08:30, 08:00=12.40",
        "08:00 E B3, 08:00, 08:00=6.20",
        // Paid on leaving.
        "08:00 E T1; 08:20 X T2, 08:20, 08:20=3.30",
        // By deck and day type: a Thursday, a Saturday, and Ching Ming's Monday.
        "08:00 E S1/UPPER; 08:30 E S2/LOWER, 08:30, '08:00=5.00, 08:30=4.00'",
        "d2/08:00 E S1/UPPER; d2/08:30 E S2/LOWER, d2/08:30, '08:00=6.50, 08:30=5.60'",
        "d-3/08:00 E S1/UPPER, d-3/08:00, 08:00=6.50",
    })
    void aDayCostsWhatIsPublished(String taps, String now, @Nullable String nets) {
        RiderDay day = new RiderDay().taps(taps, now);

        assertThat(day.wait(now).nets()).isEqualTo(nets == null ? "" : nets);
    }
}
