package io.baytap.tariffs.published;

import java.util.List;

/** The rails between two neighbouring stations of a line, the same length in both directions. */
public record Edge(String line, String fromStopId, String toStopId, int metres) {

    static final Table<Edge> TABLE = new Table<>(
            "shenzhen-edges.csv",
            List.of("line", "from_stop_id", "to_stop_id", "metres"),
            r -> List.of(r.line, r.fromStopId, r.toStopId, Integer.toString(r.metres)),
            f -> new Edge(f.text("line"), f.text("from_stop_id"), f.text("to_stop_id"), f.whole("metres")));
}
