package io.baytap.fare.messaging;

import io.baytap.fare.domain.Rates;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The mid rates of the rates topic, crossed through the euro: for schemes whose currency is not the fare's, and for what a
 * quote comes to in the rider's wallet. fx-conversion judges the records and parks the bad ones; here they are passed over.
 */
public final class FxRates implements Rates {

    private static final Logger LOG = Logger.getLogger(FxRates.class);
    private static final String EUR = "EUR";

    /** As fx-conversion crosses them. */
    private static final int SCALE = 10;

    /** A plain decimal of a sane length: an exponent could ask for gigabytes of digits. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private final Duration ageMax;
    private final Backoff backoff;

    /** Units per euro by currency, by when they were published. */
    private final ConcurrentSkipListMap<Instant, Map<String, BigDecimal>> perEuro = new ConcurrentSkipListMap<>();

    private final Map<String, FxRate> byId = new ConcurrentHashMap<>();

    /** @param ageMax a rate published longer ago is not used */
    public FxRates(Duration ageMax, Backoff backoff) {
        this.ageMax = ageMax;
        this.backoff = backoff;
    }

    @Override
    public Optional<BigDecimal> find(Currency from, Currency to, Instant at) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        if (at.isBefore(Instant.EPOCH)) {
            // A replay's clock before its first tick.
            return Optional.empty();
        }
        for (Map<String, BigDecimal> published :
                perEuro.subMap(at.minus(ageMax), true, at, true).descendingMap().values()) {
            BigDecimal fromPerEuro = published.get(from.getCurrencyCode());
            BigDecimal toPerEuro = published.get(to.getCurrencyCode());
            if (fromPerEuro != null && toPerEuro != null) {
                return Optional.of(toPerEuro.divide(fromPerEuro, SCALE, RoundingMode.HALF_EVEN));
            }
        }
        return Optional.empty();
    }

    /** Reads the rates topic. */
    Processor<byte[], byte[], Void, Void> processor(SchemaLookup schemas) {
        var reader = new EventReader<>(FxRate.class, schemas);
        return rate -> take(reader, rate);
    }

    @SuppressWarnings("NullAway") // Kafka Streams hands out records without a key or a value, and does not say so.
    private void take(EventReader<FxRate> reader, Record<byte[], byte[]> rate) {
        if (rate.value() == null) {
            withdraw(rate.key() == null ? "" : new String(rate.key(), StandardCharsets.UTF_8));
            return;
        }
        switch (read(reader, rate.value())) {
            case Reading.Event<FxRate>(FxRate event) -> put(event);
            case Reading.Unreadable<FxRate>(Reading.Cause cause, String detail) ->
                LOG.warnf("a record of the rates topic is passed over: %s (%s)", cause, detail);
        }
    }

    private void put(FxRate event) {
        boolean usable = event.getBase().equals(EUR)
                && DECIMAL.matcher(event.getRate()).matches()
                && new BigDecimal(event.getRate()).signum() > 0;
        if (!usable) {
            LOG.warnf("the rate %s is passed over: no positive decimal per euro", event.getRateId());
            return;
        }
        withdraw(event.getRateId());
        byId.put(event.getRateId(), event);
        perEuro.merge(event.getOccurredAt(), Map.of(event.getQuote(), new BigDecimal(event.getRate())), FxRates::union);
    }

    private void withdraw(String rateId) {
        FxRate before = byId.remove(rateId);
        if (before != null) {
            perEuro.computeIfPresent(before.getOccurredAt(), (_, published) -> {
                Map<String, BigDecimal> left = new HashMap<>(published);
                left.remove(before.getQuote());
                return left.isEmpty() ? null : Map.copyOf(left);
            });
        }
    }

    /** Waits out an outage of the registry: a rate that cannot be read now must not be missing. */
    private Reading<FxRate> read(EventReader<FxRate> reader, byte @Nullable [] value) {
        for (int attempt = 0; ; attempt++) {
            try {
                return reader.read(value);
            } catch (RegistryAwayException e) {
                LOG.warnf("the rates cannot be read on: %s", e.getMessage());
                if (!backoff.pause(attempt)) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, BigDecimal> union(Map<String, BigDecimal> published, Map<String, BigDecimal> added) {
        Map<String, BigDecimal> both = new HashMap<>(published);
        both.putAll(added);
        return Map.copyOf(both);
    }
}
