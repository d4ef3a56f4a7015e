package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.PostingKind;
import io.baytap.reporting.domain.Territory;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.schemas.Money;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;

/** From events to what a report needs of them; the rider stays behind here. Refuses what no report could hold. */
final class ObservationMapper {

    /** A hundred times the day's fares of all Hong Kong: a larger amount in one event is a fault, and sums stay exact. */
    static final long AMOUNT_MINOR_MAX = 1_000_000_000_000L;

    static final int TEXT_LENGTH_MAX = 200;

    private static final LocalDate DAY_MIN = LocalDate.of(2000, 1, 1);
    private static final LocalDate DAY_MAX = LocalDate.of(2100, 1, 1);

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

    private ObservationMapper() {}

    static Observation toObservation(SpecificRecord event) throws OutOfRangeException {
        return switch (event) {
            case SettlementPosted posted -> fare(posted);
            case ChargeSettled settled -> settled(settled);
            case ChargeDeclined declined -> declined(declined);
            case ChargeRefunded refunded -> refunded(refunded);
            case SettlementBatchClosed closed -> batch(closed);
            case TapAccepted tap -> accepted(tap);
            case TapRejected tap -> rejected(tap);
            default ->
                throw new IllegalStateException(
                        "no report reads " + event.getSchema().getFullName());
        };
    }

    private static Observation fare(SettlementPosted posted) throws OutOfRangeException {
        WalletScheme wallet = wallet(posted.getWalletScheme());
        return new FarePosted(
                key(posted.getEventId(), posted.getOccurredAt()),
                day(posted.getBusinessDay()),
                new Corridor(wallet.home(), territory(posted.getTerritory())),
                text(posted.getCity(), "city"),
                text(posted.getOperatorId(), "operatorId"),
                wallet,
                kind(posted.getKind()),
                money(posted.getFareMinor(), posted.getFareCurrency(), "fareMinor"),
                money(posted.getWalletMinor(), posted.getWalletCurrency(), "walletMinor"),
                money(posted.getSpreadMinor(), posted.getWalletCurrency(), "spreadMinor"));
    }

    private static Observation settled(ChargeSettled charge) throws OutOfRangeException {
        return new ChargeAnswered(
                key(charge.getEventId(), charge.getOccurredAt()),
                day(charge.getBusinessDay()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                ChargeOutcome.SETTLED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"));
    }

    private static Observation declined(ChargeDeclined charge) throws OutOfRangeException {
        return new ChargeAnswered(
                key(charge.getEventId(), charge.getOccurredAt()),
                day(charge.getBusinessDay()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                ChargeOutcome.DECLINED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"));
    }

    private static Observation refunded(ChargeRefunded charge) throws OutOfRangeException {
        return new ChargeAnswered(
                key(charge.getEventId(), charge.getOccurredAt()),
                day(charge.getBusinessDay()),
                text(charge.getOperatorId(), "operatorId"),
                wallet(charge.getWalletScheme()),
                ChargeOutcome.REFUNDED,
                money(charge.getAmountMinor(), charge.getCurrency(), "amountMinor"));
    }

    private static Observation batch(SettlementBatchClosed closed) throws OutOfRangeException {
        return new BatchClosed(
                key(closed.getEventId(), closed.getOccurredAt()),
                new BatchLine(
                        day(closed.getBusinessDay()),
                        text(closed.getOperatorId(), "operatorId"),
                        text(closed.getBatchId(), "batchId"),
                        closed.getFareCount(),
                        money(closed.getAmountMinor(), closed.getCurrency(), "amountMinor"),
                        closed.getOccurredAt()));
    }

    private static Observation accepted(TapAccepted tap) throws OutOfRangeException {
        return Observation.acceptedTap(
                key(tap.getEventId(), tap.getOccurredAt()),
                tap.getOccurredAt(),
                text(tap.getOperatorId(), "operatorId"),
                tap.getLate());
    }

    private static Observation rejected(TapRejected tap) throws OutOfRangeException {
        instant(tap.getReceivedAt(), "receivedAt");
        return Observation.rejectedTap(
                key(tap.getEventId(), tap.getOccurredAt()),
                tap.getOccurredAt(),
                tap.getReceivedAt(),
                text(tap.getOperatorId(), "operatorId"),
                text(tap.getReason(), "reason"));
    }

    private static EventKey key(String eventId, Instant occurredAt) throws OutOfRangeException {
        return EventKey.of(text(eventId, "eventId"), instant(occurredAt, "occurredAt"));
    }

    private static WalletScheme wallet(io.baytap.schemas.wallets.v1.WalletScheme scheme) throws OutOfRangeException {
        return switch (scheme) {
            case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
            case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
            case DIGITAL_RMB -> WalletScheme.DIGITAL_RMB;
            case FOREIGN_CARD -> WalletScheme.FOREIGN_CARD;
            case UNKNOWN -> throw new OutOfRangeException("walletScheme");
        };
    }

    private static PostingKind kind(FareKind kind) throws OutOfRangeException {
        return switch (kind) {
            case FARE -> PostingKind.FARE;
            case MAXIMUM -> PostingKind.MAXIMUM;
            case CORRECTION -> PostingKind.CORRECTION;
            case UNKNOWN -> throw new OutOfRangeException("kind");
        };
    }

    private static Territory territory(String code) throws OutOfRangeException {
        try {
            return new Territory(code);
        } catch (IllegalArgumentException e) {
            throw new OutOfRangeException("territory");
        }
    }

    private static Money money(long minor, String currency, String field) throws OutOfRangeException {
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
    private static String text(String text, String field) throws OutOfRangeException {
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new OutOfRangeException(field);
        }
        return text;
    }

    private static LocalDate day(LocalDate day) throws OutOfRangeException {
        if (day.isBefore(DAY_MIN) || !day.isBefore(DAY_MAX)) {
            throw new OutOfRangeException("businessDay");
        }
        return day;
    }

    private static Instant instant(Instant instant, String field) throws OutOfRangeException {
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
            throw new OutOfRangeException(field);
        }
        return instant;
    }
}
