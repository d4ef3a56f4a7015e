package io.baytap.fare.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All loaded versions of all tariffs. Immutable: whoever prices with it sees one state of all of them. */
public final class Tariffs {

    private final Map<String, List<Tariff>> byOperator = new TreeMap<>();
    private final boolean joinNothing;
    private final boolean transferNothing;

    public Tariffs(Collection<Tariff> tariffs) {
        tariffs.stream()
                .sorted(Comparator.comparing(Tariff::inForceFrom).reversed())
                .forEach(tariff -> byOperator
                        .computeIfAbsent(tariff.operatorId(), _ -> new ArrayList<>())
                        .add(tariff));
        joinNothing = tariffs.stream().allMatch(Tariff::joinsNothing);
        transferNothing = tariffs.stream().allMatch(tariff -> tariff.transfers().isEmpty());
    }

    public static Tariffs none() {
        return new Tariffs(List.of());
    }

    /** The version in force at that time: the latest that had begun by then. */
    public Optional<Tariff> find(String operatorId, Instant at) {
        for (Tariff tariff : byOperator.getOrDefault(operatorId, List.of())) {
            if (!tariff.inForceFrom().isAfter(at)) {
                return Optional.of(tariff);
            }
        }
        return Optional.empty();
    }

    /** Every version of every operator, the latest of each first. */
    public List<Tariff> all() {
        return byOperator.values().stream().flatMap(List::stream).toList();
    }

    /** Those in force at that time, one per operator. */
    public List<Tariff> at(Instant at) {
        return byOperator.keySet().stream()
                .flatMap(operator -> find(operator, at).stream())
                .toList();
    }

    /** True if no tariff joins legs to one. */
    boolean joinNothing() {
        return joinNothing;
    }

    /** True if no tariff makes a leg cheaper because another came before it. */
    boolean transferNothing() {
        return transferNothing;
    }
}
