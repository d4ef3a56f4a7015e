package io.baytap.fare.domain;

import java.util.List;

/** Everything that decides fares at one moment. Immutable. */
public record Rulebook(Tariffs tariffs, List<Scheme> schemes, Rates rates) {

    public Rulebook {
        schemes = List.copyOf(schemes);
    }

    public static Rulebook of(Tariffs tariffs) {
        return new Rulebook(tariffs, List.of(), Rates.none());
    }
}
