package io.baytap.tariffs.feeds;

import io.baytap.tariffs.published.TwoWaySection;

/** Which of an operator's figures a feed holds. */
enum Edition {
    /** The figures as published last. */
    PUBLISHED(TwoWaySection.AFTER, false),
    /** KMB's section fares before its adjustment. Of its other fares only those after it are published: they are the same. */
    BEFORE_ADJUSTMENT(TwoWaySection.BEFORE, false),
    /** As published last, and {@link ExampleTransfers}. */
    EXAMPLE_TRANSFERS(TwoWaySection.AFTER, true);

    private final String generation;
    private final boolean transfers;

    Edition(String generation, boolean transfers) {
        this.generation = generation;
        this.transfers = transfers;
    }

    /** Of KMB's section fares. */
    String generation() {
        return generation;
    }

    boolean hasTransfers() {
        return transfers;
    }
}
