package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Scheme;
import io.baytap.sandbox.published.Published;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes a day of travel from a seed. */
public final class Simulator {

    /** An assumption of ours. */
    private static final BigDecimal CARD_MARKUP = new BigDecimal("1.005");

    private Simulator() {}

    /** Prepares a day with the usual settings. */
    public static Plan prepare(LocalDate day, long seed, int trips, Path publishedDir) {
        return prepare(SimulatorSettings.of(day, seed, trips, publishedDir));
    }

    /**
     * Prepares a day; nothing is sent yet.
     *
     * @throws IllegalArgumentException if there are too few trips for every service to have some, or no exchange rate for the day
     * @throws java.io.UncheckedIOException if a published table is missing
     */
    public static Plan prepare(SimulatorSettings settings) {
        Published published = Published.read(settings.published(), settings.spreadBasisPoints());
        var random = new SplittableRandom(
                settings.seed() * 1_000_003 + settings.day().toEpochDay());
        List<Trip> trips = trips(settings, published, random);
        Instant dayStart = settings.day().atStartOfDay(Travel.LOCAL).toInstant();

        var gates = new GateYard(trips, random.split());
        List<PlannedTap> taps = new TapDrafts(gates, random.split()).of(trips, firstSequence(settings));
        List<Batch> batches = new ArrayList<>(new Uploads(dayStart, random.split()).of(taps));
        batches.addAll(new Attacks(taps, random.split()).on(gates));
        batches.sort(Comparator.comparing(Batch::sentAt));

        List<ExpectedRider> riders =
                new Expectations(published, settings.day(), settings.pseudonyms(), random.split()).riders(trips, taps);
        var expected = new ExpectedDay(
                settings.day(), settings.seed(), Expectations.taps(batches), riders, cardRates(published, dayStart));
        return new Plan(dayStart, List.copyOf(published.routes()), List.copyOf(gates.gates()), batches, expected);
    }

    /** The reference rates of the morning and half a percent on top: within what a card may be off the estimate. */
    private static Map<String, Long> cardRates(Published published, Instant dayStart) {
        Map<String, Long> rates = new TreeMap<>();
        for (City city : City.values()) {
            BigDecimal mid = published
                    .rates()
                    .rate(city.currency(), Scheme.FOREIGN_CARD.currency(), dayStart)
                    .orElseThrow(() -> Expectations.noRate(dayStart));
            rates.put(
                    city.currency(),
                    mid.multiply(CARD_MARKUP)
                            .movePointRight(8)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact());
        }
        return rates;
    }

    private static List<Trip> trips(SimulatorSettings settings, Published published, SplittableRandom random) {
        List<Service> services = Services.of(published, settings.trips(), settings.shenzhenShare());
        var drawer = new RideDrawer(published, settings.day(), random.split());
        var maker = new RideMaker(published, settings.day(), drawer, services, random.split());
        var outings = new Outings(settings.day(), random.split(), accountPrefix(settings));
        List<Trip> trips = new ArrayList<>(outings.of(new Itineraries(maker, random.split()).all(), services));
        List<Ride> rides = new ArrayList<>();
        for (Service service : services) {
            for (int i = 0; i < outings.left(service); i++) {
                rides.add(maker.perhapsAlighting(drawer.draw(service)));
            }
        }
        var rush = new Rush(published.isWorkingDay(settings.day()));
        trips.addAll(new Travel(settings.day(), rush, random.split(), accountPrefix(settings)).of(rides));
        return Faults.among(trips, random.split());
    }

    /** Other days and seeds have other riders, whose payments do not mix with these. */
    private static String accountPrefix(SimulatorSettings settings) {
        return Long.toString(settings.day().toEpochDay(), Character.MAX_RADIX) + "."
                + Long.toString(settings.seed(), Character.MAX_RADIX) + ".";
    }

    /** Gates never reuse a number: each day and seed (below a thousand) counts in a range of its own. */
    private static long firstSequence(SimulatorSettings settings) {
        return (settings.day().toEpochDay() * 1000 + Math.floorMod(settings.seed(), 1000)) * 1_000_000 + 1;
    }
}
