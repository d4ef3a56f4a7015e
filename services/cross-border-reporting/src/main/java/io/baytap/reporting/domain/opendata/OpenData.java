package io.baytap.reporting.domain.opendata;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is published, once and for ever. All of it throws {@link io.baytap.reporting.domain.ReportsAway} during an outage. */
public interface OpenData {

    /** A published set. */
    record Published(PublicationPeriod period, int threshold, Instant publishedAt) {}

    /**
     * A published cell.
     *
     * @param journeys null if that is confidential
     */
    record PublishedCell(
            String operatorId,
            String city,
            JourneyCell cell,
            @Nullable Long journeys) {}

    /** Takes a table cell by cell. */
    interface Cells {
        void cell(PublishedCell cell) throws IOException;
    }

    /**
     * Publishes the journeys of a period as they are counted now.
     *
     * @param threshold the least count that may be told
     * @return false, and nothing is changed, if any day of it is published or there are no journeys
     */
    boolean publish(PublicationPeriod period, int threshold, Instant now);

    /** The newest first. */
    List<Published> published(int periodsMax);

    Optional<Published> find(PublicationPeriod period);

    /**
     * Reads a table of a published period in its order, without holding on to the database while the cells are taken.
     *
     * @throws IOException if they are not taken
     */
    void read(PublicationPeriod period, OpenTable table, Cells cells) throws IOException;
}
