package io.baytap.tariffs;

import io.baytap.fare.domain.Price;
import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.tariff.TariffFeed;
import io.baytap.fare.tariff.TariffRefusedException;
import io.baytap.tariffs.feeds.Feeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fare engine of fare-calculation with every feed of ours loaded: what a tap would be charged in production. */
final class Engine {

    private static @Nullable Engine loaded;

    private final Map<String, Tariff> tariffs = new HashMap<>();

    private Engine() {}

    /** Loading takes seconds, and nothing changes a tariff: all tests share one. */
    static synchronized Engine get() {
        Engine engine = loaded;
        if (engine == null) {
            engine = load();
            loaded = engine;
        }
        return engine;
    }

    /** KMB's tariff on a morning with section fares from before its adjustment, or from noon on. */
    static Engine ofChange(String name) {
        var engine = new Engine();
        try {
            Path feeds = Files.createTempDirectory(Path.of("target"), "change");
            for (String version :
                    new Feeds(Published.figures()).writeChange(Published.POLICIES, Days.DATE_OF_CHANGE, feeds)) {
                if (version.endsWith(name)) {
                    engine.tariffs.put(
                            "KMB", TariffFeed.load(feeds.resolve(version + ".zip"), feeds.resolve(version + ".yaml")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TariffRefusedException e) {
            throw new AssertionError("fare-calculation refuses a feed", e);
        }
        return engine;
    }

    Tariff kmb() {
        return tariff("KMB:");
    }

    /** Makes the feeds of the tables and has fare-calculation load and check them. */
    private static Engine load() {
        var engine = new Engine();
        try {
            Path feeds = Files.createTempDirectory(Path.of("target"), "feeds");
            for (String operatorId :
                    new Feeds(Published.figures()).write(Published.POLICIES, Published.SCHEMES, feeds)) {
                engine.tariffs.put(
                        operatorId,
                        TariffFeed.load(feeds.resolve(operatorId + ".zip"), feeds.resolve(operatorId + ".yaml")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TariffRefusedException e) {
            throw new AssertionError("fare-calculation refuses a feed", e);
        }
        return engine;
    }

    /** As {@code 12.50 HKD}; "no fare" where the tariff has none. A stop that is not known is null. */
    String price(String routeId, @Nullable String from, @Nullable String to, Instant at) {
        return price(routeId, null, from, to, at);
    }

    String price(String routeId, @Nullable String deck, @Nullable String from, @Nullable String to, Instant at) {
        return tariff(routeId)
                .price(new Ride(routeId, deck, from, to, at))
                .map(Price::fare)
                .map(Object::toString)
                .orElse("no fare");
    }

    /** What a journey costs that lacks a tap. */
    String maximum(String routeId) {
        return tariff(routeId)
                .maximum(routeId, null)
                .map(Price::fare)
                .orElseThrow()
                .toString();
    }

    private Tariff tariff(String routeId) {
        Tariff tariff = tariffs.get(routeId.substring(0, routeId.indexOf(':')));
        if (tariff == null) {
            throw new IllegalArgumentException(routeId);
        }
        return tariff;
    }
}
