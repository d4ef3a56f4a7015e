package io.baytap.sandbox.published;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A network whose fares are published pair by pair. */
final class PairTable implements StationFares {

    private final Map<String, Map<String, Long>> fares = new HashMap<>();

    PairTable(List<NamedCsvRecord> rows) {
        for (NamedCsvRecord row : rows) {
            fares.computeIfAbsent(row.getField("from_stop_id"), _ -> new HashMap<>())
                    .put(row.getField("to_stop_id"), Table.minor(row.getField("fare")));
        }
    }

    @Override
    public OptionalLong fare(String fromStopId, String toStopId) {
        Long fare = fares.getOrDefault(fromStopId, Map.of()).get(toStopId);
        return fare == null ? OptionalLong.empty() : OptionalLong.of(fare);
    }

    @Override
    public OptionalLong lowestFrom(String stopId) {
        return fares.getOrDefault(stopId, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .filter(fare -> fare > 0)
                .min();
    }

    @Override
    public long highest() {
        return fares.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }
}
