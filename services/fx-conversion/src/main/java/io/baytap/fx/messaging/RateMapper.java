package io.baytap.fx.messaging;

import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RefusedRate;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.rates.v1.RateRefused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Between the rate events and the domain. */
final class RateMapper {

    /** A plain decimal of a sane length: an exponent could ask for gigabytes of digits. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private RateMapper() {}

    static Intake<Rate> toRate(byte @Nullable [] key, FxRate event) {
        if (!DECIMAL.matcher(event.getRate()).matches()) {
            return Intake.Refused.of(ParkReason.INVALID_RATE, "not a plain decimal");
        }
        try {
            var rate = new Rate(
                    event.getSource(),
                    Currency.getInstance(event.getBase()),
                    Currency.getInstance(event.getQuote()),
                    new BigDecimal(event.getRate()),
                    event.getDate(),
                    event.getOccurredAt());
            return Arrays.equals(key, keyOf(rate))
                    ? new Intake.Usable<>(rate)
                    : Intake.Refused.of(ParkReason.KEY_MISMATCH, "the key is not " + rate.id());
        } catch (IllegalArgumentException e) {
            return Intake.Refused.of(
                    ParkReason.INVALID_RATE, "no currency, no positive decimal, or quoted the wrong way round");
        }
    }

    static FxRate toEvent(Rate rate) {
        return FxRate.newBuilder()
                .setEventId("rate:" + rate.id())
                .setOccurredAt(rate.inForceFrom())
                .setRateId(rate.id())
                .setSource(rate.source())
                .setBase(rate.base().getCurrencyCode())
                .setQuote(rate.quote().getCurrencyCode())
                .setRate(rate.value().toPlainString())
                .setDate(rate.date())
                .build();
    }

    static RateRefused toEvent(RefusedRate refused) {
        Rate rate = refused.rate();
        return RateRefused.newBuilder()
                .setEventId(refused.id())
                .setOccurredAt(refused.at())
                .setRateId(rate.id())
                .setSource(rate.source())
                .setBase(rate.base().getCurrencyCode())
                .setQuote(rate.quote().getCurrencyCode())
                .setRate(rate.value().toPlainString())
                .setDate(rate.date())
                .setReason(refused.reason().code())
                .setDetail(refused.reason().detail())
                .build();
    }

    static byte[] keyOf(Rate rate) {
        return rate.id().getBytes(StandardCharsets.UTF_8);
    }
}
