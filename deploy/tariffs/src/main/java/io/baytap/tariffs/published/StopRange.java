package io.baytap.tariffs.published;

/** Stops of one route variant, from one to another, both included, counted from 1. */
public record StopRange(int from, int to) {

    public boolean contains(int stop) {
        return from <= stop && stop <= to;
    }

    public boolean overlaps(StopRange other) {
        return from <= other.to && other.from <= to;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
