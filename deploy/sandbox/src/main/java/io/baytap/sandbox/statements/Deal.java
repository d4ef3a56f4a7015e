package io.baytap.sandbox.statements;

import java.time.LocalDate;
import java.util.List;

/**
 * A currency deal that was agreed with our bank: on its value date one currency comes and the other goes.
 *
 * @param struckOn the day of the cut-off at which it was agreed
 * @param legs two, in different currencies; the second is the price of the first
 */
public record Deal(String id, LocalDate struckOn, LocalDate valueDate, List<Leg> legs) {

    public Deal {
        legs = List.copyOf(legs);
    }

    /**
     * One side of it.
     *
     * @param minor of the currency's minor unit: positive if we get it, negative if we give it
     */
    public record Leg(String currency, long minor) {}

    /** The same at another price. */
    Deal pricedAt(long minor) {
        Leg price = legs.getLast();
        return new Deal(id, struckOn, valueDate, List.of(legs.getFirst(), new Leg(price.currency(), minor)));
    }
}
