package io.baytap.fx.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/** The spread on a conversion, in basis points (hundredths of a percent) of the mid amount, per wallet scheme. */
public final class Spreads {

    /** A spread of a tenth is beyond any tariff: more is taken for a slip of the keyboard. */
    public static final int BASIS_POINTS_MAX = 1_000;

    private final int basisPoints;
    private final Map<WalletScheme, Integer> byScheme = new EnumMap<>(WalletScheme.class);

    /** @param exceptions the schemes that differ from {@code basisPoints} */
    public Spreads(int basisPoints, Map<WalletScheme, Integer> exceptions) {
        this.basisPoints = basisPoints;
        for (WalletScheme scheme : WalletScheme.values()) {
            int spread = exceptions.getOrDefault(scheme, basisPoints);
            if (spread < 0 || spread > BASIS_POINTS_MAX) {
                throw new IllegalArgumentException(
                        "a spread is 0 to " + BASIS_POINTS_MAX + " basis points, not " + spread);
            }
            byScheme.put(scheme, spread);
        }
    }

    public int basisPoints(WalletScheme scheme) {
        return byScheme.getOrDefault(scheme, 0);
    }

    /** For whoever pays in a currency: that of the wallet scheme in it, if there is one. */
    public int basisPoints(Currency paid) {
        return Arrays.stream(WalletScheme.values())
                .filter(scheme -> scheme.currency().equals(paid))
                .findFirst()
                .map(this::basisPoints)
                .orElse(basisPoints);
    }
}
