package io.baytap.fx.messaging;

import io.baytap.fx.domain.Conversion;
import io.baytap.fx.domain.Exposure;
import io.baytap.fx.domain.Fare;
import io.baytap.fx.domain.TradingDay;
import io.baytap.fx.messaging.ExposureText.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the fares of one partition have exposed and the desk has not been told yet. Told is a sum now and then, so that
 * the desk, one task for all partitions, has a record where there were thousands of fares.
 */
final class PendingExposures {

    /** Of every report: the desk has one partition. */
    private static final byte[] KEY = "exposures".getBytes(StandardCharsets.UTF_8);

    private final ProcessorContext<byte[], Outgoing> context;
    private final TradingDay tradingDay;
    private final KeyValueStore<String, byte[]> store;

    /** The latest journey heard of, and the one last told; what a restart forgets, the next fare says again. */
    private Instant latest = Instant.EPOCH;

    private Instant told = Instant.EPOCH;

    PendingExposures(
            ProcessorContext<byte[], Outgoing> context, TradingDay tradingDay, KeyValueStore<String, byte[]> store) {
        this.context = context;
        this.tradingDay = tradingDay;
        this.store = store;
    }

    /** A journey, of whatever currency: it tells how late it is. A gate's clock that runs ahead does not. */
    void heard(Instant occurredAt, Instant recordedAt) {
        Instant time = occurredAt.isBefore(recordedAt) ? occurredAt : recordedAt;
        if (time.isAfter(latest)) {
            latest = time;
        }
    }

    void add(Fare fare, Conversion conversion) {
        var added = Exposure.of(fare, conversion, tradingDay.valueDate(fare.occurredAt()));
        byte[] before = store.get(added.id());
        Exposure sum = before == null ? added : ExposureText.decode(before).plus(added);
        store.put(added.id(), ExposureText.encode(sum));
    }

    /** Tells the desk. */
    void send() {
        List<Exposure> pending = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(each -> pending.add(ExposureText.decode(each.value)));
        }
        for (Exposure exposure : pending) {
            store.delete(exposure.id());
            forward(new Report(latest, Optional.of(exposure)));
        }
        if (pending.isEmpty() && latest.isAfter(told)) {
            forward(new Report(latest, Optional.empty()));
        }
        told = latest;
    }

    private void forward(Report report) {
        context.forward(new Record<>(
                KEY,
                new Outgoing.Exposed(ExposureText.report(report)),
                context.currentSystemTimeMs(),
                new RecordHeaders()));
    }
}
