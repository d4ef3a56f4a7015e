package io.baytap.tariffs.published;

import java.util.List;

/** A stop of a line; a station on several lines has one stop id. */
public record LineStation(String line, int number, String stopId) {

    static final Table<LineStation> TABLE = new Table<>(
            "shenzhen-stations.csv",
            List.of("line", "number", "stop_id"),
            r -> List.of(r.line, Integer.toString(r.number), r.stopId),
            f -> new LineStation(f.text("line"), f.whole("number"), f.text("stop_id")));
}
