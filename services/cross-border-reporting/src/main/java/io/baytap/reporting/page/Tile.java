package io.baytap.reporting.page;

import java.util.List;

/** One total, large, with what it is made of beneath it. */
public record Tile(String title, Figure figure, List<Note> notes) {

    /** A smaller figure and what it is. */
    public record Note(String title, Figure figure) {}
}
