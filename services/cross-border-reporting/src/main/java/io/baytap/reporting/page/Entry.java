package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a ride, in the visitor's language.
 *
 * @param kind its place on the line, for its mark
 */
public record Entry(String kind, String title, String time, List<Fact> facts) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    /**
     * Something that is known of a step: a text or a figure.
     *
     * @param link where there is more of it
     */
    public record Fact(
            String label,
            @Nullable String text,
            @Nullable Figure figure,
            @Nullable String link) {

        static Fact text(String label, String text) {
            return new Fact(label, text, null, null);
        }

        static Fact figure(String label, Figure figure) {
            return new Fact(label, null, figure, null);
        }

        static Fact link(String label, String text, String link) {
            return new Fact(label, text, null, link);
        }
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
