package io.baytap.reporting.domain.opendata;

import io.baytap.reporting.domain.opendata.OpenData.PublishedCell;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables that are published. Their totals are the same figures. */
public enum OpenTable {
    ORIGIN_DESTINATION("journeys-by-origin-destination"),
    HOUR("journeys-by-hour");

    private final String title;

    OpenTable(String title) {
        this.title = title;
    }

    public static Optional<OpenTable> find(String title) {
        return Arrays.stream(values())
                .filter(table -> table.title.equals(title))
                .findFirst();
    }

    public String title() {
        return title;
    }

    /** The names of its dimensions. */
    public List<String> columns() {
        return switch (this) {
            case ORIGIN_DESTINATION -> List.of("operator_id", "city", "origin", "destination");
            case HOUR -> List.of("operator_id", "city", "hour");
        };
    }

    /** A row's values of them. */
    public List<String> dimensions(PublishedCell row) {
        JourneyCell cell = row.cell();
        return switch (this) {
            case ORIGIN_DESTINATION -> List.of(row.operatorId(), row.city(), cell.origin(), cell.destination());
            case HOUR -> List.of(row.operatorId(), row.city(), cell.hour());
        };
    }
}
