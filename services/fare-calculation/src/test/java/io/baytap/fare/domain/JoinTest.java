package io.baytap.fare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fare.tariff.RuleFeeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Leg join rules: who leaves one station and enters another that the feed joins to it has made one journey, priced from its
 * first station to its last. An example: MTR publishes no such rule. Central 1, Admiralty 2, Tsim Sha Tsui 3, East Tsim Sha
 * Tsui 80: 2 to 3 costs 10.60, 80 to 75 costs 14.90, 2 to 75 costs 22.20.
 */
class JoinTest {

    private static final Rulebook RULES = RuleFeeds.rules(List.of(RuleFeeds.mtr()
            .table(
                    "fare_leg_join_rules.txt",
                    "from_network_id,to_network_id,from_stop_id,to_stop_id",
                    "heavy-rail,heavy-rail,MTR:3,MTR:80",
                    "heavy-rail,heavy-rail,,")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            between the two stations    | 08:00 E 2; 08:20 X 3; 08:30 E 80; 09:00 X 75                  | 08:00=22.20
            at one station              | 08:00 E 2; 08:20 X 3; 08:30 E 3; 09:00 X 75                   | 08:00=22.20
            the other way: not joined   | 08:00 E 75; 08:30 X 80; 08:40 E 3; 09:00 X 2                  | 08:00=14.90, 08:40=10.60
            after 31 minutes            | 08:00 E 2; 08:20 X 3; 08:51 E 80; 09:20 X 75                  | 08:00=10.60, 08:51=14.90
            three rides                 | 08:00 E 1; 08:05 X 2; 08:10 E 2; 08:20 X 3; 08:30 E 80; 09:00 X 75 | 08:00=22.20
            the last lacks its exit     | 08:00 E 2; 08:20 X 3; 08:30 E 80                              | 08:00=10.60, 08:30=52.20
            """)
    void joinedRidesAreOneJourney(String what, String taps, String nets) {
        assertThat(new RiderDay(RULES).taps(taps, "08:00").wait("d1/08:00").nets())
                .isEqualTo(nets);
    }

    @Test
    void theFirstPartIsCorrectedAndTheSecondIsNoJourneyOfItsOwn() {
        var day = new RiderDay(RULES).taps("08:00 E 2; 08:20 X 3", "08:20");
        assertThat(day.nets()).isEqualTo("08:00=10.60");
        day.changes();

        day.taps("08:30 E 80; 09:00 X 75", "09:00");

        assertThat(day.changes()).singleElement().satisfies(change -> {
            assertThat(change.delta()).hasToString("11.60 HKD");
            assertThat(change.assessed().tapIds()).hasSize(4);
        });
    }
}
