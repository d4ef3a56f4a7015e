package io.baytap.fx.messaging;

import io.baytap.fx.domain.Deal;
import io.baytap.fx.domain.Exposure;
import io.baytap.schemas.Money;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fx.v1.ExposureState;
import io.baytap.schemas.fx.v1.FxExposure;
import java.time.Instant;
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
