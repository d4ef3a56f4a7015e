package io.baytap.reporting.domain;

import java.util.Comparator;

/** From the wallet's home to the place of travel: {@code CN-HK} is a mainland wallet used in Hong Kong. */
public record Corridor(Territory wallet, Territory place) implements Comparable<Corridor> {

    private static final Comparator<Corridor> BY_CODE = Comparator.comparing(Corridor::code);

    /**
     * Reads {@link #code()}.
     *
     * @throws IllegalArgumentException if it is no corridor
     */
    public static Corridor parse(String code) {
        int dash = code.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("a corridor is two territories and a dash");
        }
        return new Corridor(new Territory(code.substring(0, dash)), new Territory(code.substring(dash + 1)));
    }

    public String code() {
        return wallet.code() + "-" + place.code();
    }

    public boolean crossesBorder() {
        return !wallet.equals(place);
    }

    @Override
    public int compareTo(Corridor other) {
        return BY_CODE.compare(this, other);
    }
}
