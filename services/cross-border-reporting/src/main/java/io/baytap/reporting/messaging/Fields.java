package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.PostingKind;
import io.baytap.reporting.domain.Territory;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.schemas.Money;
import io.baytap.schemas.fares.v1.FareKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads fields of events, and refuses what no report could hold. */
final class Fields {

    /** A hundred times the day's fares of all Hong Kong: a larger amount in one event is a fault, and sums stay exact. */
    static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;

    static final int TEXT_LENGTH_MAX = 200;

    private static final LocalDate DAY_MIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2100, 1, 1);
    private static final Instant INSTANT_MAX = Instant.parse("9999-12-31T00:00:00Z");

    /** Of rates: as many as any of them has, and no bomb. */
    private static final int DIGITS_MAX = 60;

    /** An event that is well formed and holds what no report could. */
    static final class OutOfRangeException extends Exception {

        private final String field;

        OutOfRangeException(String field) {
            super(field);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    private Fields() {}

    static EventKey key(String eventId, Instant occurredAt) throws OutOfRangeException {
        return EventKey.of(text(eventId, "eventId"), instant(occurredAt, "occurredAt"));
    }

    static WalletScheme wallet(io.baytap.schemas.wallets.v1.WalletScheme scheme) throws OutOfRangeException {
        return switch (scheme) {
            case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
            case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
            case DIGITAL_RMB -> WalletScheme.DIGITAL_RMB;
            case FOREIGN_CARD -> WalletScheme.FOREIGN_CARD;
            case UNKNOWN -> throw new OutOfRangeException("walletScheme");
        };
    }

    static PostingKind kind(FareKind kind) throws OutOfRangeException {
        return switch (kind) {
            case FARE -> PostingKind.FARE;
            case MAXIMUM -> PostingKind.MAXIMUM;
            case CORRECTION -> PostingKind.CORRECTION;
            case UNKNOWN -> throw new OutOfRangeException("kind");
        };
    }

    static Territory territory(String code) throws OutOfRangeException {
        try {
            return new Territory(code);
        } catch (IllegalArgumentException e) {
            throw new OutOfRangeException("territory");
        }
    }

    static Money money(long minor, String currency, String field) throws OutOfRangeException {
        if (minor > AMOUNT_MINOR_MAX || minor < -AMOUNT_MINOR_MAX) {
            throw new OutOfRangeException(field);
        }
        try {
            return Money.of(minor, currency);
        } catch (IllegalArgumentException e) {
            throw new OutOfRangeException("currency of " + field);
        }
    }

    /** PostgreSQL takes no NUL in a text, and no report should print a control character. */
    static String text(String text, String field) throws OutOfRangeException {
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX) {
            throw new OutOfRangeException(field);
        }
        for (int index = 0; index < text.length(); index++) {
            if (Character.isISOControl(text.charAt(index))) {
                throw new OutOfRangeException(field);
            }
        }
        return text;
    }

    static LocalDate day(LocalDate day) throws OutOfRangeException {
        return day(day, "businessDay");
    }

    static LocalDate day(LocalDate day, String field) throws OutOfRangeException {
        if (day.isBefore(DAY_MIN) || !day.isBefore(DAY_MAX)) {
            throw new OutOfRangeException(field);
        }
        return day;
    }

    static Instant instant(Instant instant, String field) throws OutOfRangeException {
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(INSTANT_MAX)) {
            throw new OutOfRangeException(field);
        }
        return instant;
    }

    static @Nullable String optional(@Nullable String text, String field) throws OutOfRangeException {
        return text == null ? null : text(text, field);
    }

    static BigDecimal decimal(String text, String field) throws OutOfRangeException {
        if (text.length() > DIGITS_MAX) {
            throw new OutOfRangeException(field);
        }
        try {
            BigDecimal decimal = new BigDecimal(text);
            if (decimal.precision() > DIGITS_MAX || Math.abs(decimal.scale()) > DIGITS_MAX) {
                throw new OutOfRangeException(field);
            }
            return decimal;
        } catch (NumberFormatException e) {
            throw new OutOfRangeException(field);
        }
    }

    static BigDecimal rate(String text, String field) throws OutOfRangeException {
        BigDecimal rate = decimal(text, field);
        if (rate.signum() <= 0) {
            throw new OutOfRangeException(field);
        }
        return rate;
    }
}
