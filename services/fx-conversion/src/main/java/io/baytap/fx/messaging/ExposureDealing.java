package io.baytap.fx.messaging;

import io.baytap.fx.domain.Deal;
import io.baytap.fx.domain.Exposure;
import io.baytap.fx.domain.ExposureDesk;
import io.baytap.fx.domain.Pair;
import io.baytap.fx.domain.TradingDay;
import io.baytap.fx.messaging.ExposureText.Report;
import io.baytap.schemas.Money;
import io.baytap.schemas.Topics;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fx.v1.FxExposure;
import io.baytap.schemas.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/** The desk: adds up what all partitions expose, and deals it at its cut-off, once, in the transaction that knows it. */
final class ExposureDealing {

    private static final Logger LOG = Logger.getLogger(ExposureDealing.class);
    private static final String LATEST = "latest";

    private final ProcessorContext<byte[], Outgoing> context;
    private final ConversionParts parts;
    private final TradingDay tradingDay;
    private final ExposureDesk desk;
    private final KeyValueStore<String, byte[]> open;
    private final KeyValueStore<String, byte[]> clock;
    private final EventWriter<FxExposure> exposures;
    private final EventWriter<DealStruck> deals;

    /**
     * @param open exposures by their ids
     * @param clock the latest journey heard of: what was dealt follows from it
     */
    ExposureDealing(
            ProcessorContext<byte[], Outgoing> context,
            ConversionParts parts,
            KeyValueStore<String, byte[]> open,
            KeyValueStore<String, byte[]> clock) {
        this.context = context;
        this.parts = parts;
        this.tradingDay = parts.settings().tradingDay();
        this.desk = new ExposureDesk(tradingDay);
        this.open = open;
        this.clock = clock;
        this.exposures = new EventWriter<>(Topics.FX_EXPOSURES, FxExposure.class, parts.registry());
        this.deals = new EventWriter<>(Topics.DEALS_STRUCK, DealStruck.class, parts.registry());
        openExposures().forEach(this::gauge);
    }

    /** What a task of fares tells. It is added before time passes: what was exposed before a cut-off is dealt at it. */
    void take(byte[] text) {
        Report report = ExposureText.readReport(text);
        report.exposure().ifPresent(told -> add(told, report.latest()));
        if (report.latest().isAfter(latest())) {
            clock.put(LATEST, report.latest().toString().getBytes(StandardCharsets.UTF_8));
            deal();
        }
    }

    /** Deals what is due. Also to be called when rates may have come: without one in force a deal waits. */
    void deal() {
        Instant latest = latest();
        for (Exposure exposure : desk.due(openExposures(), latest)) {
            desk.close(exposure, parts.rates()).ifPresent(deal -> strike(deal, latest));
        }
    }

    private void add(Exposure told, Instant latest) {
        // By the clock before this report: it may be the one that brings the cut-off.
        LocalDate valueDate = desk.openDate(told.valueDate(), latest());
        byte[] before = open.get(id(told.pair(), valueDate));
        Exposure sum =
                (before == null ? Exposure.none(told.pair(), valueDate) : ExposureText.decode(before)).plus(told);
        open.put(sum.id(), ExposureText.encode(sum));
        Optional<Money> exceeded = parts.settings().limits().exceededBy(sum);
        boolean was = before != null
                && parts.settings()
                        .limits()
                        .exceededBy(ExposureText.decode(before))
                        .isPresent();
        if (exceeded.isPresent() && !was) {
            LOG.warnf("the exposure %s exceeds its limit of %s", sum.id(), exceeded.get());
        }
        forward(
                sum.id(),
                new Outgoing.ExposureEvent(
                        exposures.write(ExposureMapper.toEvent(sum, latest, exceeded.orElse(null)))));
        gauge(sum);
    }

    private void strike(Deal deal, Instant latest) {
        Exposure exposure = deal.exposure();
        open.delete(exposure.id());
        Instant cutOff = tradingDay.cutOffOf(exposure.valueDate());
        forward(deal.id(), new Outgoing.DealEvent(deals.write(ExposureMapper.toEvent(deal, cutOff))));
        forward(
                exposure.id(),
                new Outgoing.ExposureEvent(exposures.write(ExposureMapper.toDealtEvent(exposure, latest))));
        gauge(Exposure.none(exposure.pair(), exposure.valueDate()));
        parts.meter().countDeal(deal.realised());
        LOG.infof("%s closes %d conversions and realises %s", deal.id(), exposure.conversions(), deal.realised());
    }

    private void gauge(Exposure exposure) {
        parts.meter()
                .exposure(
                        exposure, parts.settings().limits().exceededBy(exposure).isPresent());
    }

    private List<Exposure> openExposures() {
        List<Exposure> found = new ArrayList<>();
        try (var all = open.all()) {
            all.forEachRemaining(each -> found.add(ExposureText.decode(each.value)));
        }
        return found;
    }

    private Instant latest() {
        byte[] kept = clock.get(LATEST);
        return kept == null ? Instant.EPOCH : Instant.parse(new String(kept, StandardCharsets.UTF_8));
    }

    private static String id(Pair pair, LocalDate valueDate) {
        return Exposure.none(pair, valueDate).id();
    }

    private void forward(String key, Outgoing out) {
        context.forward(new Record<>(
                key.getBytes(StandardCharsets.UTF_8), out, context.currentSystemTimeMs(), new RecordHeaders()));
    }
}
