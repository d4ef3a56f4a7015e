package io.baytap.bench.fares;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The leg rules of feeds, as rides that one could buy. */
final class SoldRules {

    /**
     * A row of {@code fare_leg_rules.txt}.
     *
     * @param fromStopIds any of them, none if the rule names no area
     * @param toStopIds the same
     */
    record SoldRule(
            String operatorId,
            String routeId,
            @Nullable String deck,
            List<String> fromStopIds,
            List<String> toStopIds) {}

    private final String operatorId;
    private final ZipFile feed;
    private final Map<String, String> routeByNetwork = new HashMap<>();
    private final Map<String, List<String>> stopsByArea = new HashMap<>();

    private SoldRules(String operatorId, ZipFile feed) throws IOException {
        this.operatorId = operatorId;
        this.feed = feed;
        for (NamedCsvRecord row : table("route_networks.txt")) {
            routeByNetwork.put(row.getField("network_id"), row.getField("route_id"));
        }
        for (NamedCsvRecord row : table("stop_areas.txt")) {
            stopsByArea
                    .computeIfAbsent(row.getField("area_id"), _ -> new ArrayList<>())
                    .add(row.getField("stop_id"));
        }
    }

    /** Every rule of every feed in a directory. */
    static List<SoldRule> read(Path feeds) throws IOException {
        List<SoldRule> rules = new ArrayList<>();
        for (String operator : FeedSet.operators(feeds)) {
            try (var feed = new ZipFile(feeds.resolve(operator + ".zip").toFile())) {
                rules.addAll(new SoldRules(operator, feed).rules());
            }
        }
        return rules;
    }

    private List<SoldRule> rules() throws IOException {
        return table("fare_leg_rules.txt").stream()
                .map(row -> rule(row.getField("network_id"), row.getField("from_area_id"), row.getField("to_area_id")))
                .toList();
    }

    /** A ferry's deck has a network of its own, which no route is in. */
    private SoldRule rule(String network, String fromArea, String toArea) {
        String route = routeByNetwork.get(network);
        int slash = network.lastIndexOf('/');
        boolean ofDeck = route == null && slash > 0;
        return new SoldRule(
                operatorId,
                ofDeck ? network.substring(0, slash) : route == null ? network : route,
                ofDeck ? network.substring(slash + 1) : null,
                stopsByArea.getOrDefault(fromArea, List.of()),
                stopsByArea.getOrDefault(toArea, List.of()));
    }

    private List<NamedCsvRecord> table(String file) throws IOException {
        ZipEntry entry = feed.getEntry(file);
        List<NamedCsvRecord> rows = new ArrayList<>();
        if (entry != null) {
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(feed.getInputStream(entry), StandardCharsets.UTF_8)) {
                reader.forEach(rows::add);
            }
        }
        return rows;
    }
}
