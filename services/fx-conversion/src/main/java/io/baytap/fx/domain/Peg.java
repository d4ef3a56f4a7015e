package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * The pataca's parity, 1.03 MOP for one HKD, held by the Monetary Authority of Macao as a currency board. Nobody
 * publishes it daily: every rate of the pataca derives from the Hong Kong dollar's.
 */
final class Peg {

    static final Currency HKD = Currency.getInstance("HKD");
    static final Currency MOP = Currency.getInstance("MOP");

    /** Who holds it. */
    static final String SOURCE = "AMCM";

    /** Stands among the rates that a conversion was made from. */
    static final String ID = SOURCE + ":HKD/MOP:parity";

    private static final Ratio MOP_PER_HKD = Ratio.of(new BigDecimal("1.03"));

    private Peg() {}

    /** What a leg into or out of the pataca multiplies; {@link Ratio#ONE} without one. */
    static Ratio leg(Currency from, Currency to) {
        Ratio leg = Ratio.ONE;
        if (to.equals(MOP)) {
            leg = leg.times(MOP_PER_HKD);
        }
        if (from.equals(MOP)) {
            leg = leg.times(MOP_PER_HKD.inverse());
        }
        return leg;
    }

    /** The Hong Kong dollar in place of the pataca. */
    static Currency anchor(Currency currency) {
        return currency.equals(MOP) ? HKD : currency;
    }

    /** Between HKD and MOP: in force at all times. */
    static CrossRate parity(Currency from, Currency to) {
        return new CrossRate(leg(from, to).value(CrossRate.SCALE), SOURCE, LocalDate.EPOCH, Instant.EPOCH, List.of(ID));
    }
}
