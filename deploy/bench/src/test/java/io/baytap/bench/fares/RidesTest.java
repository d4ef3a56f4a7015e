package io.baytap.bench.fares;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.bench.fares.Rides.Sold;
import io.baytap.bench.fares.TravelDay.RiderTap;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.Tap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RidesTest {

    static final Path FEEDS =
            Path.of("../tariffs/target/feeds").toAbsolutePath().normalize();

    @TempDir
    static Path directory;

    private static FeedSet feedSet;
    private static Rides rides;

    @BeforeAll
    static void load() throws Exception {
        feedSet = FeedSet.copy(FEEDS, directory);
        rides = Rides.of(directory);
    }

    @Test
    void onlyHongKongIsInTheSet() throws Exception {
        assertThat(FeedSet.operators(directory)).contains("MTR", "KMB", "STAR").doesNotContain("SZM");
        assertThat(feedSet.files()).isEqualTo(2 * FeedSet.operators(directory).size());
        assertThat(feedSet.rules()).isGreaterThan(15_000);
    }

    @Test
    void drawnRidesHaveFaresOnDecksInBusesAndBetweenStations() {
        List<Sold> drawn = rides.draw(20_000, new SplittableRandom(1));

        assertThat(drawn)
                .allMatch(sold -> sold.tariff().price(sold.ride()).isPresent())
                .anyMatch(sold -> sold.ride().deck() != null)
                .anyMatch(sold ->
                        sold.pairing() == Pairing.ON_ENTRY && sold.ride().toStopId() == null)
                .anyMatch(
                        sold -> sold.pairing() == Pairing.ON_EXIT && sold.ride().fromStopId() == null);
        assertThat(drawn.stream().filter(sold -> sold.pairing() == Pairing.ENTRY_EXIT))
                .as("in proportion to the rules, of which MTR has most")
                .hasSizeBetween(12_000, 16_000);
    }

    @Test
    void theSameSeedMakesTheSameDay() {
        var day = new TravelDay(rides, LocalDate.of(2026, 4, 9));

        List<RiderTap> taps = day.taps(50, 7);

        assertThat(taps).isEqualTo(day.taps(50, 7)).isNotEqualTo(day.taps(50, 8));
        assertThat(taps).hasSize(50 * TravelDay.TAPS_PER_RIDER);
        assertThat(taps).extracting(RiderTap::tap).isSortedAccordingTo(Tap.IN_TIME);
        assertThat(taps).extracting(tap -> tap.tap().id()).doesNotHaveDuplicates();
    }
}
