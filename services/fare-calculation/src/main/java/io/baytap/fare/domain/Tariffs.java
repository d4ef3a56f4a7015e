package io.baytap.fare.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tariffs in force, one per operator. Immutable: whoever prices with it sees one state of all of them. */
public final class Tariffs {

    private final Map<String, Tariff> byOperator = new TreeMap<>();

    public Tariffs(Collection<Tariff> tariffs) {
        tariffs.forEach(tariff -> byOperator.put(tariff.operatorId(), tariff));
    }

    public static Tariffs none() {
        return new Tariffs(List.of());
    }

    public Optional<Tariff> find(String operatorId) {
        return Optional.ofNullable(byOperator.get(operatorId));
    }

    public Collection<Tariff> all() {
        return byOperator.values();
    }
}
