package io.baytap.fx.fetch;

import io.baytap.fx.domain.Leadership;
import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RateBook;
import io.baytap.fx.domain.RatePublisher;
import io.baytap.fx.domain.RateSheet.Reading;
import io.baytap.fx.domain.RefusedRate;
import io.baytap.fx.domain.Sifting;
import io.baytap.fx.domain.Sifting.Sieve;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Asks the sources for their present rates, on the replica that leads: the first in the order; the next only when it
 * cannot be reached or read, or when its rates are not believed. To publish a rate twice does no harm, so two leaders for
 * a moment do none.
 */
public final class RateFetch {

    private static final Logger LOG = Logger.getLogger(RateFetch.class);

    /** Refusals that were told, so that a source that stays wrong is not recorded every few minutes. */
    private static final int TOLD_MAX = 10_000;

    private final List<HttpSource> sources;
    private final Leadership leadership;
    private final Sieve sieve;
    private final RateBook book;
    private final RatePublisher publisher;
    private final Settings settings;
    private final Set<String> told = new HashSet<>();

    /**
     * How it asks.
     *
     * @param ageMax a source whose latest rate was published longer ago is passed over
     * @param counter told the source and what became of it
     */
    public record Settings(Clock clock, Duration ageMax, BiConsumer<String, Outcome> counter) {}

    /** What became of a source. Stable: dashboards read the names. */
    public enum Outcome {
        /** It has rates that were not known. */
        NEW,
        UNCHANGED,
        /** Its latest rates are not believed. */
        REFUSED,
        UNREADABLE,
        UNREACHABLE,
        /** Kafka is away: the next round asks again. */
        NOT_STORED
    }

    /** @param sources in the order in which they are asked */
    public RateFetch(
            List<HttpSource> sources, Leadership leadership, Sieve sieve, RatePublisher publisher, Settings settings) {
        this.sources = List.copyOf(sources);
        this.leadership = leadership;
        this.sieve = sieve;
        this.book = sieve.book();
        this.publisher = publisher;
        this.settings = settings;
    }

    /** One round; to be called every now and then. */
    public void round() throws InterruptedException {
        if (!leadership.leads()) {
            return;
        }
        for (HttpSource source : sources) {
            Outcome outcome = ask(source);
            settings.counter().accept(source.name(), outcome);
            if (outcome == Outcome.NEW || outcome == Outcome.UNCHANGED || outcome == Outcome.NOT_STORED) {
                return;
            }
        }
    }

    private Outcome ask(HttpSource source) throws InterruptedException {
        Instant now = settings.clock().instant();
        return switch (source.ask(now)) {
            case HttpSource.Answer.Unreachable(String why) -> {
                LOG.warnf("no rates from %s: %s", source.name(), why);
                yield Outcome.UNREACHABLE;
            }
            case HttpSource.Answer.Read(Reading.Refused refused) -> {
                LOG.warnf(
                        "no rates from %s: %s %s (row %s, field %s)",
                        source.name(), refused.fault(), refused.detail(), refused.row(), refused.field());
                yield Outcome.UNREADABLE;
            }
            case HttpSource.Answer.Read(Reading.Rates(List<Rate> rates)) -> take(source, rates, now);
        };
    }

    private Outcome take(HttpSource source, List<Rate> rates, Instant now) {
        Sifting sifted = sieve.siftPresent(rates, now, settings.ageMax());
        List<RefusedRate> fresh = sifted.refused().stream()
                .filter(each -> !told.contains(each.id()))
                .toList();
        List<Rate> unknown =
                sifted.accepted().stream().filter(rate -> !book.has(rate)).toList();
        fresh.forEach(each -> LOG.warnf(
                "refused %s: %s (%s)",
                each.rate().id(), each.reason().code(), each.reason().detail()));
        try {
            if (!unknown.isEmpty() || !fresh.isEmpty()) {
                publisher.publish(new Sifting(unknown, fresh));
            }
        } catch (RatePublisher.NotStored e) {
            LOG.warnf(e, "the rates of %s were not stored", source.name());
            return Outcome.NOT_STORED;
        }
        if (told.size() + fresh.size() > TOLD_MAX) {
            told.clear();
        }
        fresh.forEach(each -> told.add(each.id()));
        if (latestRefused(rates, sifted)) {
            return Outcome.REFUSED;
        }
        return unknown.isEmpty() ? Outcome.UNCHANGED : Outcome.NEW;
    }

    private static boolean latestRefused(List<Rate> rates, Sifting sifted) {
        Instant latest =
                rates.stream().map(Rate::inForceFrom).max(Instant::compareTo).orElse(Instant.EPOCH);
        return sifted.accepted().stream().noneMatch(rate -> rate.inForceFrom().equals(latest));
    }
}
