package io.baytap.fx.messaging;

import io.baytap.fx.domain.Deal;
import io.baytap.fx.domain.DeskBook;
import io.baytap.fx.domain.Exposure;
import io.baytap.fx.domain.Pair;
import io.baytap.schemas.Money;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fx.v1.ExposureState;
import io.baytap.schemas.fx.v1.FxExposure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** From the domain to the events of exposures and deals. */
final class ExposureMapper {

    private ExposureMapper() {}

    /** @param exceeded the limit that it exceeds, if it does */
    static FxExposure toEvent(Exposure exposure, Instant latest, @Nullable Money exceeded) {
        return event(exposure, latest, exceeded == null ? ExposureState.WITHIN_LIMIT : ExposureState.LIMIT_EXCEEDED)
                .setLimitMinor(exceeded == null ? 0 : exceeded.minor())
                .setLimitCurrency(exceeded == null ? null : exceeded.currency().getCurrencyCode())
                .build();
    }

    /** The last that is heard of an exposure. */
    static FxExposure toDealtEvent(Exposure exposure, Instant latest) {
        return event(exposure, latest, ExposureState.DEALT).build();
    }

    static DealStruck toEvent(Deal deal, Instant cutOff) {
        Exposure exposure = deal.exposure();
        return DealStruck.newBuilder()
                .setEventId(deal.id())
                .setOccurredAt(cutOff)
                .setDealId(deal.id())
                .setBase(exposure.pair().base().getCurrencyCode())
                .setQuote(exposure.pair().quote().getCurrencyCode())
                .setValueDate(exposure.valueDate())
                .setBaseMinor(deal.base().minor())
                .setQuoteMinor(deal.quote().minor())
                .setRate(deal.rate().value().toPlainString())
                .setRateIds(deal.rate().rateIds())
                .setExposedBaseMinor(exposure.base().minor())
                .setExposedQuoteMinor(exposure.quote().minor())
                .setRealisedMinor(deal.realised().minor())
                .setFareCount(exposure.conversions())
                .build();
    }

    /** @throws IllegalArgumentException if the event makes no sense */
    static Exposure toExposure(FxExposure event) {
        var pair = new Pair(Currency.getInstance(event.getBase()), Currency.getInstance(event.getQuote()));
        return new Exposure(
                pair,
                event.getValueDate(),
                new Money(event.getBaseMinor(), pair.base()),
                new Money(event.getQuoteMinor(), pair.quote()),
                event.getFareCount());
    }

    /** @throws IllegalArgumentException if the event makes no sense */
    static DeskBook.Struck toStruck(DealStruck event) {
        Currency base = Currency.getInstance(event.getBase());
        Currency quote = Currency.getInstance(event.getQuote());
        return new DeskBook.Struck(
                event.getDealId(),
                event.getOccurredAt(),
                event.getValueDate(),
                new BigDecimal(event.getRate()),
                event.getRateIds(),
                new Money(event.getBaseMinor(), base),
                new Money(event.getQuoteMinor(), quote),
                new Money(event.getRealisedMinor(), quote),
                event.getFareCount());
    }

    private static FxExposure.Builder event(Exposure exposure, Instant latest, ExposureState state) {
        return FxExposure.newBuilder()
                .setEventId("exposure:" + exposure.id() + ":" + exposure.conversions() + ":" + state)
                .setOccurredAt(latest)
                .setExposureId(exposure.id())
                .setBase(exposure.pair().base().getCurrencyCode())
                .setQuote(exposure.pair().quote().getCurrencyCode())
                .setValueDate(exposure.valueDate())
                .setBaseMinor(exposure.base().minor())
                .setQuoteMinor(exposure.quote().minor())
                .setFareCount(exposure.conversions())
                .setState(state);
    }
}
