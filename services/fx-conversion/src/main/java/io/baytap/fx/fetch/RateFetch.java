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
import org.jspecify.annotations.Nullable;

/**
 * Asks the sources for their present rates, on the replica that leads: the first in the order; the next only when it
 * cannot be reached or read, or when its rates are not believed. A leader publishes in a term: one that was paused while
 * another took over publishes nothing.
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
    private Instant asked = Instant.MIN;
    private RatePublisher.@Nullable Term term;

    /**
     * How it asks.
     *
     * @param interval between two rounds of a leader
     * @param ageMax a source whose latest rate was published longer ago is passed over
     * @param counter told the source and what became of it
     */
    public record Settings(Clock clock, Duration interval, Duration ageMax, BiConsumer<String, Outcome> counter) {}

    /** What became of a source. Stable: dashboards read the names. */
    public enum Outcome {
        /** It has rates that were not known. */
        NEW,
        UNCHANGED,
        /** Its latest rates are not believed. */
        REFUSED,
        UNREADABLE,
        UNREACHABLE,
        /** Kafka is away, or another replica leads by now: the next round asks again. */
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

    public void start() {
        leadership.start();
    }

    public void stop() {
        leadership.stop();
    }

    /** One round, if it is time for one; to be called every few seconds, so that a new leader begins soon. */
    public void round() throws InterruptedException {
        RatePublisher.Term mine = term();
        if (mine == null || settings.clock().instant().isBefore(nextRound())) {
            return;
        }
        for (HttpSource source : sources) {
            Outcome outcome = ask(source, mine);
            settings.counter().accept(source.name(), outcome);
            if (outcome == Outcome.NOT_STORED) {
                end();
            }
            if (outcome == Outcome.NEW || outcome == Outcome.UNCHANGED || outcome == Outcome.NOT_STORED) {
                break;
            }
        }
        asked = settings.clock().instant();
    }

    private Instant nextRound() {
        return asked.equals(Instant.MIN) ? asked : asked.plus(settings.interval());
    }

    /** None while another replica leads. Leadership is looked at again after a term began: whoever leads later begins a later one. */
    private RatePublisher.@Nullable Term term() {
        if (!leadership.leads()) {
            end();
            asked = Instant.MIN;
            return null;
        }
        if (term == null) {
            try {
                term = publisher.begin();
            } catch (RatePublisher.NotStored e) {
                LOG.warnf(e, "no rates can be published");
                return null;
            }
            if (!leadership.leads()) {
                end();
            }
        }
        return term;
    }

    private void end() {
        if (term != null) {
            term.close();
            term = null;
        }
    }

    private Outcome ask(HttpSource source, RatePublisher.Term mine) throws InterruptedException {
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
            case HttpSource.Answer.Read(Reading.Rates(List<Rate> rates)) -> take(source, rates, now, mine);
        };
    }

    private Outcome take(HttpSource source, List<Rate> rates, Instant now, RatePublisher.Term mine) {
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
                mine.publish(new Sifting(unknown, fresh));
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
