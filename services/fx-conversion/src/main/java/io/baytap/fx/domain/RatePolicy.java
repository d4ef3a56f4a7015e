package io.baytap.fx.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which rate a wallet scheme's riders get: a term of the contract with the wallet's provider. */
public sealed interface RatePolicy {

    /** Longer than any lock that a provider offers. */
    int LOCK_DAYS_MAX = 366;

    /** A provider that is a tenth off has another rate, not a tolerance. */
    int TOLERANCE_BASIS_POINTS_MAX = 1_000;

    /** The rate in force when the journey took place. */
    record AtTap() implements RatePolicy {}

    /** The rate in force when the fare was assessed, for then it is debited. */
    record AtDebit() implements RatePolicy {}

    /**
     * The rate in force at the beginning of a period of so many days; the periods are counted from 1970-01-01, Hong Kong
     * time. A pure function of the journey's time: nothing has to be remembered, and a replay locks the same rate.
     */
    record Locked(int days) implements RatePolicy {
        public Locked {
            requireBetween(1, days, LOCK_DAYS_MAX, "days");
        }
    }

    /**
     * The provider converts. What we compute, at the rate in force at the tap, is the estimate; the provider's amount is
     * checked against it by whoever gets the provider's answer.
     *
     * @param toleranceBasisPoints how far the provider's amount may be off
     */
    record ByProvider(int toleranceBasisPoints) implements RatePolicy {
        public ByProvider {
            requireBetween(0, toleranceBasisPoints, TOLERANCE_BASIS_POINTS_MAX, "basis points");
        }
    }

    /**
     * The time whose rate applies.
     *
     * @param tappedAt the journey's time
     * @param assessedAt when its fare was assessed
     */
    default Instant ratedAt(Instant tappedAt, Instant assessedAt) {
        return switch (this) {
            case AtTap _, ByProvider _ -> tappedAt;
            case AtDebit _ -> assessedAt.isAfter(tappedAt) ? assessedAt : tappedAt;
            case Locked(int days) -> {
                ZoneId zone = ZoneId.of("Asia/Hong_Kong");
                long day = tappedAt.atZone(zone).toLocalDate().toEpochDay();
                yield LocalDate.ofEpochDay(day - Math.floorMod(day, (long) days))
                        .atStartOfDay(zone)
                        .toInstant();
            }
        };
    }

    /** Whether the operator's money is open in two currencies until it is dealt: not if the provider pays in the fare's. */
    default boolean exposes() {
        return switch (this) {
            case AtTap _, AtDebit _, Locked _ -> true;
            case ByProvider _ -> false;
        };
    }

    /** As a setting writes it: {@code AT_TAP}, {@code AT_DEBIT}, {@code LOCKED:30} days, {@code BY_PROVIDER:50} basis points. */
    static RatePolicy parse(String text) {
        Matcher matcher = Pattern.compile("([A-Z_]+)(?::(\\d{1,4}))?").matcher(text);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        boolean plain = matcher.group(2) == null;
        int figure = plain ? 0 : Integer.parseInt(matcher.group(2));
        return switch (matcher.group(1) + (plain ? "" : ":")) {
            case "AT_TAP" -> new AtTap();
            case "AT_DEBIT" -> new AtDebit();
            case "LOCKED:" -> new Locked(figure);
            case "BY_PROVIDER:" -> new ByProvider(figure);
            default -> throw unknown(text);
        };
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case AtTap _ -> "AT_TAP";
            case AtDebit _ -> "AT_DEBIT";
            case Locked(int days) -> "LOCKED:" + days;
            case ByProvider(int tolerance) -> "BY_PROVIDER:" + tolerance;
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "not AT_TAP, AT_DEBIT, LOCKED:<days> or BY_PROVIDER:<basis points>: " + text);
    }

    private static void requireBetween(int min, int value, int max, String unit) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(min + " to " + max + " " + unit + ", not " + value);
        }
    }
}
